//! Hand-counted answers, properties, and formats that agree.
