# Davvisámegiella: a beginning, to be completed and checked by a translator.
# What is missing falls back to Norwegian bokmål.
menu_search = Oza
search = Oza
sprak_se = davvisámegiella
