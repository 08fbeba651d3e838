### Teksten van de website, in het Nederlands.
### Een bericht met { $naam } erin wordt ingevuld door wegwijs. Verander die namen niet.

## Naar een andere plek

skip_to_content = Ga naar de tekst
language_switch = Taal
menu = Hoofdmenu
breadcrumbs = Waar u nu bent
footer_menu = Over deze website
nav_home = Begin
nav_words = Woorden
nav_help = Hulp
nav_accessibility = Toegankelijkheid
previous = Vorige
next = Volgende
previous_next = Vorige en volgende bladzijde
other_municipality = Kies een andere gemeente

## Kiezen van een taal en een gemeente

choose_language = Kies uw taal
choose_municipality = Kies uw gemeente en uw taal

## Soorten

kind_right = Recht
kind_right_help = Dit kunt u krijgen of doen.
kind_duty = Plicht
kind_duty_help = Dit moet u doen.
kind_procedure = Zo werkt het
kind_procedure_help = Hier leest u de stappen.

## Uitkomsten

outcome_report_now = Wel melden
outcome_report_first = Vooraf melden
outcome_no_report = Niet melden
outcome_allowed = Dit mag
outcome_not_allowed = Dit mag niet
outcome_ask_first = Vraag het eerst
outcome_apply = U kunt dit aanvragen

## Hoe u iets regelt

route_form = Formulier
route_phone = Bellen
route_email = E-mailen
route_desk = Langskomen
route_post = Per post

## Opmerkingen bij een tekst

note_missing = Dit stuk is nog niet vertaald. U leest de Nederlandse tekst.
note_stale = De Nederlandse tekst is veranderd na deze vertaling. Vraag het ons als u twijfelt.
note_page_missing = Deze bladzijde is nog niet vertaald. U leest de Nederlandse tekst.
note_machine = Een computer heeft dit vertaald. Nog niemand heeft het nagekeken.
note_local = Dit is in uw gemeente anders dan in de algemene tekst.

## Beginbladzijde

most_asked = Veel gevraagd
all_rules = Alle onderwerpen
soon = Dit verandert binnenkort
changes = Dit is veranderd
home_help_title = Komt u er niet uit?
home_help_text = Wij helpen u graag. Een onafhankelijke organisatie kan u ook gratis helpen.
home_help_link = Hulp en contact

## Hoofdstuk

chapter = Hoofdstuk
in_this_chapter = In dit hoofdstuk

## Bladzijde van een regel

examples_title = Wat betekent dit voor u?
what_to_do = Wat doet u?
when = Wanneer
proof = Bewaar bewijs
explanation = Uitleg
if_not = Lukt het niet, of is het te laat?
help_on_page = Hulp nodig?
legal_basis = De wet en de bedragen
facts_caption = Bedragen en termijnen op deze bladzijde
fact_name = Wat
fact_value = Nu
source = Bron
decided_locally = Uw gemeente bepaalt dit zelf.
about_page = Over deze bladzijde
valid_from = Geldt vanaf
checked_on = Nagekeken op
next_check = Weer nakijken op
sheet = Blad
history = Veranderd
related = Kijk ook bij
table_label = Tabel
callout_tip = Tip
callout_note = Goed om te weten
callout_warning = Let op
print_address = Deze bladzijde op internet

## Hulp en contact

help_title = Hulp en contact
help_intro = Heeft u een vraag, of twijfelt u? Bel ons of kom langs. U mag altijd iemand meenemen.
contact = Contact
phone = Telefoon
email = E-mail
website = Website
form = Wijzigingsformulier
desk = Bezoekadres
post = Postadres
hours = Openingstijden
support_title = Gratis onafhankelijke hulp
support_intro = Deze mensen werken niet voor de gemeente. Zij helpen u, en het kost u niets.
disagree_title = Bezwaar of klacht?
disagree_intro = Een bezwaar gaat over een besluit. Een klacht gaat over hoe iemand met u omgaat.
ombudsman_title = De ombudsman
ombudsman_intro = Komt u er met ons niet uit na een klacht? Dan kunt u naar de ombudsman. Dat is gratis.
other_form_title = Liever op papier of voorgelezen?
other_form_text = Bel ons of kom langs. Wij geven u deze tekst op papier, of in grote letters. Wij lezen hem ook voor.

## Moeilijke woorden

words_title = Moeilijke woorden
words_intro = Deze woorden staan in onze brieven. Hier leest u wat ze betekenen.
word_in_dutch = In het Nederlands:

## Toegankelijkheid

accessibility_title = Toegankelijkheid
accessibility_intro = Iedereen moet deze website kunnen gebruiken. Ook met een oude telefoon, met een schermlezer of zonder muis.
accessibility_law_title = Waarom deze verklaring
accessibility_law_text = Deze verklaring hoort bij het Besluit digitale toegankelijkheid overheid. U leest hier eerlijk wat wij doen en wat nog niet af is.
accessibility_done_title = Wat wij doen
accessibility_done_1 = Een computer test elke bladzijde, bij elke nieuwe versie. Hij gebruikt de regels van WCAG 2.2, niveau A en AA.
accessibility_done_2 = Wij testen op een groot en een klein scherm, en met lichte en donkere kleuren.
accessibility_done_3 = Wij testen met meer ruimte tussen letters en regels.
accessibility_done_4 = Alles werkt met het toetsenbord. Alleen om te zoeken en om zelf een map te maken is JavaScript nodig.
accessibility_todo_title = Wat nog niet af is
accessibility_todo_1 = Een computer vindt niet alle problemen. Een deskundige heeft de website nog niet onderzocht.
accessibility_todo_2 = Mensen met een beperking hebben de website nog niet getest.
accessibility_todo_3 = Mensen die moeilijk lezen hebben de teksten nog niet getest.
accessibility_todo_4 = Niet elke vertaling is nagekeken door iemand die met die taal is opgegroeid.
accessibility_problem_title = Werkt iets niet voor u?
accessibility_problem_text = Vertel het ons. Zeg welke bladzijde het is en wat er misgaat. Wij lossen het op, of helpen u op een andere manier.
accessibility_other_title = U kunt de tekst ook anders krijgen
accessibility_other_text = Vraag ons om de tekst op papier of in grote letters. Wij kunnen hem ook voorlezen. Dat is gratis.
accessibility_updated = Deze verklaring is van

## Bladzijde niet gevonden

not_found_title = Deze bladzijde is er niet
not_found_text = Het adres klopt niet, of de bladzijde is verplaatst. Hier kunt u verder:
not_found_home = Naar het begin
not_found_words = Zoek een moeilijk woord op
not_found_help = Vraag het ons

## Aantallen en termijnen ($n kiest de vorm, $value is het getal zoals u het leest)

duration_days = { $n ->
    [one] { $value } dag
   *[other] { $value } dagen
  }
duration_weeks = { $n ->
    [one] { $value } week
   *[other] { $value } weken
  }
duration_months = { $n ->
    [one] { $value } maand
   *[other] { $value } maanden
  }
duration_years = { $n ->
    [one] { $value } jaar
   *[other] { $value } jaar
  }
within_duration = binnen { $duration }
within_at_once = meteen
within_letter_date = voor de datum in onze brief
coming_value = (vanaf { $date }: { $value })
value_from = sinds { $date }

## De wet

law_article = { $law }, artikel { $article }
law_paragraph = , lid { $paragraph }
law_part = , onderdeel { $part }

## Titels en korte beschrijvingen voor zoekmachines

municipality_language = { $municipality }: { $language }
title_page = { $title } - { $site }
description_chapter = { $title }: uw rechten en plichten in gewone woorden, met voorbeelden.
description_home = Uw rechten en plichten bij een uitkering van { $municipality }. In gewone woorden, met voorbeelden.
description_help = Zo krijgt u hulp van { $municipality }. Met telefoon, adres, openingstijden en gratis onafhankelijke hulp.
description_words = Moeilijke woorden uit brieven van { $municipality }. Hier leest u kort en simpel wat ze betekenen.
description_accessibility = Zo toegankelijk is deze website van { $municipality }. Wat getest is, wat niet, en waar u een probleem meldt.
description_not_found = Deze bladzijde van { $municipality } is er niet. Ga naar het begin of vraag ons om hulp.

## Op papier

paper_version = Versie van { $date }
paper_page = Bladzijde { $page } van { $pages } van dit blad
paper_page_map = Bladzijde { $page }
paper_pages = { $n ->
    [one] { $n } bladzijde
   *[other] { $n } bladzijden
  }
paper_qr = Deze bladzijde op internet: { $address }
paper_contents = Inhoud
paper_how_title = Zo gebruikt u deze map
paper_how_1 = Elk blad gaat over één onderwerp. Bovenaan staat het antwoord.
paper_how_2 = Daarna komen voorbeelden. Zo ziet u wat een regel voor u betekent.
paper_how_3 = Elk blad heeft een code, zoals B3. Die staat onderaan het blad.
paper_how_4 = Onderaan staat ook van wanneer het blad is. Twijfelt u of het nog klopt? Bel ons.
paper_how_5 = Krijgt u een nieuw blad? Haal dan het oude blad met dezelfde code eruit.
paper_how_6 = Richt uw telefoon op de zwarte blokjes. Dan opent u dezelfde bladzijde op internet.
paper_report_title = Dit moet u melden
paper_report_intro = Gebeurt er iets wat hier staat? Vertel het ons. Op het blad leest u meer. Twijfelt u? Bel ons.
paper_situation = Wat gebeurt er?
paper_notes_title = Mijn aantekeningen
paper_caseworker = Mijn contactpersoon bij de gemeente
paper_caseworker_name = Naam
paper_caseworker_phone = Telefoon
paper_given_on = Ik kreeg deze map op
paper_slip_title = Bewijs van ontvangst
paper_slip_client = Bewijs van ontvangst: voor u
paper_slip_office = Bewijs van ontvangst: voor de gemeente
paper_slip_name = Uw naam en klantnummer
paper_slip_date = U gaf deze papieren af op
paper_slip_papers = Welke papieren?
paper_slip_received = Aangenomen door (naam van de medewerker)
paper_slip_sign = Handtekening of stempel van de gemeente
paper_form_title = Een verandering doorgeven
paper_form_intro = Vul dit in en geef het af bij de gemeente. Lukt het niet? Bel ons of kom langs. Wij helpen u.
paper_form_name = Uw naam
paper_form_number = Uw klantnummer (staat op onze brieven)
paper_form_phone = Uw telefoonnummer
paper_form_what = Wat is er veranderd, of wat gaat er veranderen?
paper_form_since = Vanaf welke dag?
paper_form_papers = Welke papieren doet u erbij?
paper_form_sign = Datum en handtekening
paper_form_keep = Vraag om een bewijs van ontvangst. Bewaar dat goed.
paper_update_title = Nieuwe bladen voor uw map
paper_update_intro = Sinds { $date } is er iets veranderd. Zo klopt uw map weer.
paper_update_nothing = Sinds { $date } is er niets veranderd. Uw map klopt nog.
paper_update_replaced = Haal { $code } eruit. Doe de nieuwe { $code } erin ({ $pages }).
paper_update_new = Nieuw: doe { $code } erin ({ $pages }).
paper_update_withdrawn = Haal { $code } eruit en gooi het weg.
paper_update_fact = { $label }: eerst { $before }, nu { $after }.
paper_update_coming = { $label }: nu { $before } { $after }.
paper_update_other = De tekst op dit blad is veranderd.

## Printen

print_nav = Map maken en printen
print_title = Zelf een map maken
print_intro = Hier staan alle bladen van de gids bij elkaar. U kiest zelf wat u op papier wilt.
print_advice = Open een blad en print het met uw browser.
print_on_paper = Op papier
print_more = Meer bladen kiezen en printen
print_this_sheet = Dit blad
print_this_chapter = Dit hoofdstuk
print_sheet = Blad { $code }
print_chapter = Hoofdstuk { $code }
print_whole_chapter = Alle bladen van hoofdstuk { $code }
print_guide = De hele gids
print_pdf = { $what } als PDF ({ $pages }, { $size })
print_pdf_beside = { $what } met Nederlands ernaast, als PDF ({ $pages }, { $size })
print_pages = { $n ->
    [one] { $value } bladzijde
   *[other] { $value } bladzijden
  }
print_kilobytes = { $value } kB
print_megabytes = { $value } MB
print_open = Open blad { $code }
print_language = Taal
print_language_question = In welke taal wilt u printen?
print_beside = { $first } met { $second } ernaast
print_situations = Kies per situatie
print_situations_help = Kies een situatie. Dan zijn alle bladen gekozen die daarbij horen.
print_sheets = Kies per blad
print_all = Kies alle bladen
print_none = Kies geen bladen
print_version = versie van { $date }
print_now = Printen
print_button = Print de gekozen bladen
print_private = Uw keuze staat in het adres van deze bladzijde, en nergens anders. Bewaar het adres als u dezelfde map later weer wilt printen.
print_chosen = Gekozen bladen:
print_choose_first = Kies eerst een blad.
print_busy = Bladen ophalen:
print_ready = De map is klaar om te printen.
print_failed = Niet alle bladen zijn opgehaald. Probeer het nog eens, of open deze bladen apart:
print_foot = Blad { $sheet } · versie van { $date } · { $municipality }
print_cover = Uw map
print_municipality = Gemeente
print_day = Datum
print_caseworker = Uw medewerker
print_caseworker_phone = Telefoonnummer
print_contents = Inhoud
print_subject = Onderwerp
print_date = Versie van
print_description = Kies bladen uit de gids van { $municipality } en print ze samen als map. In één taal, of in twee talen naast elkaar.

## Verslag voor de mensen die de gids bijhouden

report_title = Stand van de gids
report_summary = Overzicht
report_of_guide = Stand van de gids: { $guide }
report_as_on = De stand op
report_lead = Dit verslag is voor de mensen die de gids bijhouden. Het laat zien wat af is en wat aandacht vraagt.
report_foot = Gemaakt met wegwijs. Dit verslag hoort niet bij de website voor inwoners.
report_part = { $n } van { $all }
report_from = vanaf { $date }: { $value }
report_none = Geen
report_good = In orde
report_look = Vraagt aandacht
report_late = Te laat
report_rule = Regel
report_language = Taal

## Verslag: vertalingen

report_coverage = Vertalingen
report_coverage_lead = Per regel en per taal: wat is vertaald, wat is verouderd en wat ontbreekt. Een stuk is een titel, een antwoord, een tekst van een voorbeeld, een stap of een alinea.
report_by_language = Per taal
report_coverage_totals = Regels en eigen versies van gemeenten, per taal
report_segments_done = Stukken klaar
report_by_rule = Per regel
report_coverage_rules = Vertalingen van elke regel
report_labels = Teksten in YAML-bestanden
report_one_language = De gids heeft één taal. Er is niets te vertalen.
report_complete = Compleet
report_unreviewed = Niet nagekeken
report_stale = Verouderd
report_partial = Onvolledig
report_absent = Ontbreekt
report_segments = Stukken in totaal
report_segments_missing = Stukken die ontbreken
report_segments_stale = Stukken die verouderd zijn
report_segments_unreviewed = Machinevertaling, niet nagekeken
report_rules_complete = regels compleet

## Verslag: leesbaarheid

report_readability = Leesbaarheid
report_readability_lead = De moeilijkste bladzijden staan bovenaan. De cijfers zijn om teksten te vergelijken. Het zijn geen taalniveaus.
report_hardest = De tien moeilijkste bladzijden
report_others = De andere bladzijden
report_reading_summary = Bladzijden die een streefwaarde niet halen: { $missed } van { $judged }. Bladzijden die te kort zijn om te beoordelen: { $short }.
report_pages_meet = bladzijden halen alle streefwaarden
report_words = Woorden
report_sentences = Zinnen
report_mean_sentence = Woorden per zin
report_at_least = ten minste { $target }
report_at_most = ten hoogste { $target }
report_targets = Streefwaarden
report_met = Gehaald
report_missed = Niet gehaald
report_too_short = Te kort om te beoordelen
report_comma = {", "}

## Verslag: nakijken

report_reviews = Nakijken
report_reviews_lead = Welke regel wanneer weer wordt nagekeken, en door welke rol.
report_reviews_caption = Regels om na te kijken
report_overdue = Te laat
report_soon = Binnen { $duration }
report_later = Later
report_next_review = Weer nakijken op
report_last_review = Nagekeken op
report_checked_by = Nagekeken door
report_written_by = Geschreven door
report_alone = Zelfde rol
report_roles = Per rol
report_roles_caption = Aantal regels dat elke rol nakijkt
report_role = Rol

## Verslag: gemeenten naast elkaar

report_municipalities = Gemeenten
report_municipalities_lead = Wat gemeenten zelf bepalen, naast elkaar. Zo ziet u welke verschillen er zijn.
report_local = Eigen waarden
report_local_caption = Waarden die elke gemeente zelf geeft
report_local_differ = Eigen waarden die verschillen
report_compared = Vergelijking
report_differs = Verschilt
report_same = Overal gelijk
report_bounds = Grenzen
report_no_bounds = Geen grenzen
report_between = { $least } tot en met { $most }
report_versions = Eigen versies van regels
report_versions_lead = De algemene tekst en de tekst van de gemeente, naast elkaar. Een naam tussen accolades is een gegeven dat op de bladzijde wordt ingevuld.
report_general = Algemeen
report_field_title = Titel
report_field_answer = Antwoord
report_field_situation = Voorbeeld: situatie
report_field_meaning = Voorbeeld: betekenis
report_field_outcome = Voorbeeld: uitkomst
report_field_within = Voorbeeld: termijn
report_field_steps = Stappen
report_field_proof = Bewijs
report_field_consequence = Als het niet lukt
report_field_body = Uitleg
report_field_routes = Manieren

## Verslag: gegevens

report_facts = Gegevens
report_facts_lead = Elk bedrag, elke termijn en elke datum: wat nu geldt, sinds wanneer, en wanneer het verandert.
report_facts_all = Alle gegevens
report_facts_caption = Gegevens en hun waarde op deze dag
report_facts_coming = Met een bekende wijziging
report_facts_due = Waarde is te oud
report_facts_without = Zonder waarde
report_fact = Gegeven
report_where = Geldt in
report_everywhere = Overal
report_value = Waarde
report_no_value = Geen waarde
report_since = Sinds
report_always = Geen begindatum
report_next_change = Volgende bekende wijziging
report_not_known = Niet bekend
report_expected = Wijziging verwacht op
report_no_day = Geen vaste dag
report_due = Verwacht op { $date }, niet bijgewerkt

## Verslag: bevindingen

report_findings = Bevindingen
report_findings_lead = Wat de controle heeft gevonden. De meldingen zelf zijn in het Engels. Met wegwijs explain leest u meer over een code.
report_by_code = Per code
report_by_code_caption = Aantal bevindingen per code
report_code = Code
report_meaning = Betekenis
report_by_file = Per bestand
report_whole_guide = De gids als geheel
report_line = regel en kolom
report_nothing_found = Niets gevonden
report_errors = Fouten
report_warnings = Waarschuwingen
report_hints = Tips
report_error = Fout
report_warning = Waarschuwing
report_hint = Tip

## Situations: what happens in somebody's life

nav_report = Melden?
nav_search = Zoeken
situations_title = Wat verandert er bij u?
situation_lead = Hier staan alle voorbeelden bij elkaar. Print de pagina en zet een kruisje bij wat voor u geldt.
situation_near = Speelt er nog iets anders?
situation_rule = Lees meer:
group_report_first = Vertel het ons eerst
group_report_now = Vertel het ons nu
group_ask_first = Vraag het ons
group_allowed = Dit mag
group_not_allowed = Dit mag niet
group_no_report = Dit hoeft u niet te melden
group_apply = Dit kunt u aanvragen
rights_near = Misschien kunt u ook aanvragen
example_situations = Meer voorbeelden:
description_situation = { $title }: wat u moet melden, wat mag en wat u kunt aanvragen. Met voorbeelden.

## Words on a page, reading aloud

terms_title = Woorden op deze pagina
all_words = Alle woorden
close = Sluiten
read_aloud = Lees voor
read_stop = Stop met voorlezen

## Moet ik dit melden?

description_to_report = Alle voorbeelden van { $municipality } op een rij: wat meldt u wel, wat niet, en wat mag.
to_report_title = Moet ik dit melden?
to_report_intro = Hier staan alle voorbeelden bij elkaar. U ziet meteen of u iets moet melden.
to_report_filter = Wat is er bij u gebeurd? Typ een woord, bijvoorbeeld auto.
to_report_outcomes = Kies een uitkomst
to_report_outcomes_help = Laat alleen zien:
to_report_count = Voorbeelden gevonden:
to_report_none = Niets gevonden. Probeer een ander woord, of vraag het ons.
to_report_situations = Wat gebeurt er in uw leven?
to_report_words = Woorden van A tot Z
to_report_words_help = Kies een woord. U gaat dan naar de voorbeelden op deze bladzijde.
to_report_letters = Letters
to_report_all = Alle voorbeelden per onderwerp
to_report_not_found = Staat uw vraag er niet bij? Of twijfelt u? Vraag het ons. Dan weet u het zeker.
# Woorden voorop een titel die niet tellen voor de volgorde van A tot Z, met spaties ertussen.
# Een streepje erachter betekent: zit aan het woord vast.
a_to_z_articles = de het een

## Zoeken

description_search = Zoek in de gids van { $municipality } met uw eigen woorden. U ziet meteen wat u moet doen.
search_title = Zoeken
search_intro = Typ met uw eigen woorden wat er is. Een foutje in de spelling geeft niet.
search_label = Waar gaat uw vraag over?
search_private = Wat u typt, blijft op dit apparaat. Niemand leest mee.
search_button = Zoek
search_count = Onderwerpen gevonden:
search_none = Wij vinden hier niets over. Probeer een ander woord, kijk in de lijst, of bel ons.
search_busy = Even geduld.
search_failed = Zoeken lukt nu niet. Kijk in de lijst, of bel ons.
search_without = Zoeken werkt niet op dit apparaat. In de lijst vindt u alles van A tot Z.
search_results = Gevonden
search_other = Zelf kijken
search_to_list = Alle voorbeelden van A tot Z

## Kaartje, keuzehulp en betalingstabel

nav_card = Kaartje met termijnen
useful = Ook handig
print_with_browser = U kunt deze bladzijde ook printen met het menu van uw browser.
card_title = Kaartje voor uw portemonnee
card_intro = Hierop staat hoelang iets mag duren, en wie u kunt bellen. Print het en neem het mee.
card_terms = Dit staat op het kaartje
card_fold = Knip het kaartje uit. Vouw het dubbel op de stippellijn.
card_print = Print dit kaartje
decision_question = Vraag { $number }
decision_go_question = ga naar vraag { $number }
decision_go_end = ga naar { $mark }
decision_help = Wie helpt u?
decision_read = Lees meer
decision_again = Begin opnieuw
decision_all = Bekijk alles onder elkaar
decision_print = Print deze kaart
repayment_title = Hoelang betaalt u terug?
repayment_of = { $share } van { $amount } is { $monthly } per maand.
repayment_as_of = Dit bedrag geldt sinds { $date }. Vraag ons naar het nieuwste bedrag.
repayment_since = Dit bedrag geldt sinds { $date }.
repayment_example = Stel: u moet { $debt } terugbetalen. U betaalt dan { $monthly } per maand. Na { $months } bent u klaar. De laatste keer betaalt u { $last }.
repayment_debt = Uw schuld
repayment_monthly = Per maand
repayment_months = Hoelang
repayment_last = Laatste maand
repayment_rounded = Het bedrag per maand is naar beneden afgerond op hele centen. De laatste maand betaalt u de rest.
repayment_other_title = Wilt u het anders?
repayment_other = Is dit bedrag te veel voor u, of wilt u sneller klaar zijn? Bel ons. Samen zoeken wij wat past.
repayment_print = Print deze tabel
description_card = Kaartje van { $municipality } met termijnen en telefoonnummers. Om te printen en mee te nemen.
description_repayment = Geld terugbetalen aan { $municipality }: hoeveel per maand, en hoelang. Met voorbeelden in gewone woorden.

## Wat er verandert

changes_title = Wat er verandert
changes_intro = Hier leest u wat er verandert en wat er het laatste jaar is veranderd. Bovenaan staat het nieuwste.
changes_none = In het laatste jaar is er niets veranderd.
changes_all = Alle veranderingen
changes_who = Voor wie
changes_sheet = Lees meer of print dit op één blad
changes_between = { "; " }
changes_follow = Zelf op de hoogte blijven
changes_follow_text = Heeft u een app voor nieuws (RSS of Atom)? Dan kunt u deze lijst volgen.
changes_feed = Lijst van veranderingen voor uw app
changes_feed_entry = { $title }: vanaf { $date }
changes_rule_begins = Dit staat vanaf { $date } in de gids.
changes_rule_ends = Dit geldt niet meer vanaf { $date }.
changes_example_begins = Nieuw voorbeeld vanaf { $date }: { $situation }
changes_example_ends = Dit voorbeeld geldt niet meer vanaf { $date }: { $situation }
changes_fact_coming = { $label }: dit is nu { $before }. Vanaf { $date } is het { $after }.
changes_fact_past = { $label }: dit was { $before }. Sinds { $date } is het { $after }.
changes_facts = Vanaf { $date } is dit anders: { $labels }.
changes_notice_coming = Dit verandert op { $date }
changes_notice_past = Dit is veranderd op { $date }
changes_notice_heading = { $when }: { $title }
changes_values = Bedragen en termijnen
changes_before = Eerst
changes_after = Vanaf { $date }
changes_do_nothing = Hoort u niet bij deze mensen? Dan hoeft u niets te doen.
changes_do_else = Hoort u er wel bij? Lees dan wat u doet:
changes_doubt = Twijfelt u of dit voor u geldt? Bel ons of kom langs. U mag altijd iemand meenemen.
changes_about = Over dit blad
changes_version = Blad van
changes_foot = Verandering · blad van { $date } · { $municipality }
description_changes = Wat er verandert bij een uitkering van { $municipality }, en wat er het laatste jaar is veranderd.

## Kopie zonder internet

copy_of = Dit is een kopie van { $date }. De nieuwste versie staat op { $address }.
