skip_to_content = Ga naar de tekst
language_switch Taal
menu = { $open
