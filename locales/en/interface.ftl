### Texts of the website, in English.
### wegwijs fills in messages that contain { $name }. Do not change those names.

## Getting around

skip_to_content = Skip to the text
language_switch = Language
menu = Main menu
breadcrumbs = Where you are now
footer_menu = About this website
nav_home = Start
nav_words = Words
nav_help = Help
nav_accessibility = Accessibility
previous = Previous
next = Next
previous_next = Previous and next page
other_municipality = Choose another municipality

## Choosing a language and a municipality

choose_language = Choose your language
choose_municipality = Choose your municipality and your language

## Kinds

kind_right = Right
kind_right_help = You can get this or do this.
kind_duty = Duty
kind_duty_help = You must do this.
kind_procedure = How it works
kind_procedure_help = Here are the steps.

## Outcomes

outcome_report_now = Report this
outcome_report_first = Report this first
outcome_no_report = No need to report
outcome_allowed = Allowed
outcome_not_allowed = Not allowed
outcome_ask_first = Ask us first
outcome_apply = You can apply

## Ways to do it

route_form = Form
route_phone = Call us
route_email = Email us
route_desk = Visit us
route_post = By post

## Notes at a text

note_missing = This part is not translated yet. You are reading the Dutch text.
note_stale = The Dutch text has changed since this translation. Ask us if you are not sure.
note_page_missing = This page is not translated yet. You are reading the Dutch text.
note_machine = A computer translated this. Nobody has checked it yet.
note_local = This is different in your municipality from the general text.

## Start page

most_asked = Often asked
all_rules = All topics
soon = This will change soon
changes = This has changed
home_help_title = Not sure what to do?
home_help_text = We are happy to help. An independent organisation can also help you for free.
home_help_link = Help and contact

## Chapter

chapter = Chapter
in_this_chapter = In this chapter

## Page of a rule

examples_title = What does this mean for you?
what_to_do = What do you do?
when = When
proof = Keep proof
explanation = Explanation
if_not = Too late, or it does not work out?
help_on_page = Do you need help?
legal_basis = The law and the amounts
facts_caption = Amounts and time limits on this page
fact_name = What
fact_value = Now
source = Source
decided_locally = Your municipality decides this.
about_page = About this page
valid_from = Applies from
checked_on = Checked on
next_check = Next check on
sheet = Sheet
history = Changed
related = See also
table_label = Table
callout_tip = Tip
callout_note = Good to know
callout_warning = Please note
print_address = This page on the internet

## Help and contact

help_title = Help and contact
help_intro = Do you have a question, or are you not sure? Call us or visit us. You may always bring someone with you.
contact = Contact
phone = Phone
email = Email
website = Website
form = Change form
desk = Visiting address
post = Postal address
hours = Opening hours
support_title = Free independent help
support_intro = These people do not work for the municipality. They help you, and it is free.
disagree_title = Objection or complaint?
disagree_intro = An objection is about a decision. A complaint is about how someone treats you.
ombudsman_title = The ombudsman
ombudsman_intro = Did you complain to us, and is it not solved? Then you can go to the ombudsman. This is free.
other_form_title = On paper, or read aloud?
other_form_text = Call us or visit us. We can give you this text on paper, or in large print. We can also read it to you.

## Difficult words

words_title = Difficult words
words_intro = You will see these words in our letters. Here you can read what they mean.
word_in_dutch = In Dutch:

## Accessibility

accessibility_title = Accessibility
accessibility_intro = Everyone should be able to use this website. Also with an old phone, with a screen reader or without a mouse.
accessibility_law_title = Why this statement
accessibility_law_text = This statement belongs to the Dutch decree on digital accessibility (Besluit digitale toegankelijkheid overheid). We say honestly what we do, and what is not finished.
accessibility_done_title = What we do
accessibility_done_1 = A computer tests every page, for every new version. It uses the rules of WCAG 2.2, levels A and AA.
accessibility_done_2 = We test on a large and a small screen, in light and dark colours.
accessibility_done_3 = We test with more space between letters and lines.
accessibility_done_4 = Everything works with the keyboard. Only search and making your own binder need JavaScript.
accessibility_todo_title = What is not finished
accessibility_todo_1 = A computer does not find every problem. An expert has not checked this website yet.
accessibility_todo_2 = People with a disability have not tested the website yet.
accessibility_todo_3 = People who find reading hard have not tested the texts yet.
accessibility_todo_4 = Not every translation has been checked by a native speaker.
accessibility_problem_title = Does something not work for you?
accessibility_problem_text = Tell us. Say which page it is and what goes wrong. We will fix it, or help you in another way.
accessibility_other_title = You can get the text in another form
accessibility_other_text = Ask us for the text on paper or in large print. We can also read it to you. This is free.
accessibility_updated = Date of this statement:

## Page not found

not_found_title = This page does not exist
not_found_text = The address is wrong, or the page has moved. You can go on here:
not_found_home = Go to the start
not_found_words = Look up a difficult word
not_found_help = Ask us

## Numbers and time limits ($n chooses the form, $value is the number as you read it)

duration_days = { $n ->
    [one] { $value } day
   *[other] { $value } days
  }
duration_weeks = { $n ->
    [one] { $value } week
   *[other] { $value } weeks
  }
duration_months = { $n ->
    [one] { $value } month
   *[other] { $value } months
  }
duration_years = { $n ->
    [one] { $value } year
   *[other] { $value } years
  }
within_duration = within { $duration }
within_at_once = straight away
within_letter_date = before the date in our letter
coming_value = (from { $date }: { $value })
value_from = since { $date }

## Titles and short descriptions for search engines

municipality_language = { $municipality }: { $language }
title_page = { $title } - { $site }
description_chapter = { $title }: your rights and duties in plain words, with examples.
description_home = Your rights and duties when { $municipality } pays your benefit. In plain words, with examples.
description_help = How to get help from { $municipality }. With phone, address, opening hours and free independent help.
description_words = Difficult words in letters from { $municipality }. Here you can read in short what they mean.
description_accessibility = How accessible this website of { $municipality } is. What was tested, what not, and where to report a problem.
description_not_found = This page of { $municipality } does not exist. Go to the start or ask us for help.

## On paper

paper_version = Version of { $date }
paper_page = Page { $page } of { $pages } of this sheet
paper_page_map = Page { $page }
paper_pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }
paper_qr = This page on the internet: { $address }
paper_contents = Contents
paper_how_title = How to use this folder
paper_how_1 = Each sheet is about one subject. The answer is at the top.
paper_how_2 = Then there are examples. They show what a rule means for you.
paper_how_3 = Each sheet has a code, such as B3. It is at the bottom of the sheet.
paper_how_4 = The date of the sheet is at the bottom too. Not sure if it is still right? Call us.
paper_how_5 = Did you get a new sheet? Take out the old sheet with the same code.
paper_how_6 = Point your phone at the black squares. It opens the same page on the internet.
paper_report_title = You must tell us about this
paper_report_intro = Does something on this list happen? Tell us. The sheet says more. Not sure? Call us.
paper_situation = What happens?
paper_notes_title = My notes
paper_caseworker = My contact at the municipality
paper_caseworker_name = Name
paper_caseworker_phone = Phone
paper_given_on = I got this folder on
paper_slip_title = Proof of receipt
paper_slip_client = Proof of receipt: for you
paper_slip_office = Proof of receipt: for the municipality
paper_slip_name = Your name and client number
paper_slip_date = You handed in these papers on
paper_slip_papers = Which papers?
paper_slip_received = Received by (name of the staff member)
paper_slip_sign = Signature or stamp of the municipality
paper_form_title = Report a change
paper_form_intro = Fill this in and hand it in at the municipality. Is it difficult? Call us or visit us. We help you.
paper_form_name = Your name
paper_form_number = Your client number (it is on our letters)
paper_form_phone = Your phone number
paper_form_what = What has changed, or what is going to change?
paper_form_since = From which day?
paper_form_papers = Which papers do you add?
paper_form_sign = Date and signature
paper_form_keep = Ask for a proof of receipt. Keep it in a safe place.
paper_update_title = New sheets for your folder
paper_update_intro = Something has changed since { $date }. This is how you make your folder right again.
paper_update_nothing = Nothing has changed since { $date }. Your folder is still right.
paper_update_replaced = Take out { $code }. Put in the new { $code } ({ $pages }).
paper_update_new = New: put in { $code } ({ $pages }).
paper_update_withdrawn = Take out { $code } and throw it away.
paper_update_fact = { $label }: first { $before }, now { $after }.
paper_update_coming = { $label }: now { $before } { $after }.
paper_update_other = The text on this sheet has changed.

## Printing

print_nav = Make and print a binder
print_title = Make your own binder
print_intro = Here are all sheets of the guide together. You choose what you want on paper.
print_advice = Open a sheet and print it with your browser.
print_on_paper = On paper
print_more = Choose and print more sheets
print_this_sheet = This sheet
print_this_chapter = This chapter
print_sheet = Sheet { $code }
print_chapter = Chapter { $code }
print_whole_chapter = All sheets of chapter { $code }
print_guide = The whole guide
print_pdf = { $what } as a PDF ({ $pages }, { $size })
print_pdf_beside = { $what } with Dutch beside it, as a PDF ({ $pages }, { $size })
print_pages = { $n ->
    [one] { $value } page
   *[other] { $value } pages
  }
print_kilobytes = { $value } kB
print_megabytes = { $value } MB
print_open = Open sheet { $code }
print_language = Language
print_language_question = In which language do you want to print?
print_beside = { $first } with { $second } beside it
print_situations = Choose by situation
print_situations_help = Choose a situation. Then all sheets that belong to it are chosen.
print_sheets = Choose by sheet
print_all = Choose all sheets
print_none = Choose no sheets
print_version = version of { $date }
print_now = Printing
print_button = Print the chosen sheets
print_private = Your choice is in the address of this page, and nowhere else. Keep the address if you want to print the same binder again later.
print_chosen = Chosen sheets:
print_choose_first = Choose a sheet first.
print_busy = Getting the sheets:
print_ready = The binder is ready to print.
print_failed = Some sheets did not arrive. Try again, or open these sheets one by one:
print_foot = Sheet { $sheet } · version of { $date } · { $municipality }
print_cover = Your binder
print_municipality = Municipality
print_day = Date
print_caseworker = Your caseworker
print_caseworker_phone = Phone number
print_contents = Contents
print_subject = Subject
print_date = Version of
print_description = Choose sheets from the guide of { $municipality } and print them together as a binder. In one language, or in two side by side.

## Report for the people who keep the guide

report_title = State of the guide
report_summary = Summary
report_of_guide = State of the guide: { $guide }
report_as_on = As it is on
report_lead = This report is for the people who keep the guide. It shows what is finished and what needs attention.
report_foot = Made with wegwijs. This report is not part of the website for residents.
report_part = { $n } of { $all }
report_from = from { $date }: { $value }
report_none = None
report_good = Fine
report_look = Needs attention
report_late = Late
report_rule = Rule
report_language = Language

## Report: translations

report_coverage = Translations
report_coverage_lead = For each rule and language: what is translated, what is out of date and what is missing. A segment is a title, an answer, a text of an example, a step or a paragraph.
report_by_language = By language
report_coverage_totals = Rules and own versions of municipalities, by language
report_segments_done = Segments done
report_by_rule = By rule
report_coverage_rules = Translations of each rule
report_labels = Texts in YAML files
report_one_language = The guide has one language. There is nothing to translate.
report_complete = Complete
report_unreviewed = Not reviewed
report_stale = Out of date
report_partial = Incomplete
report_absent = Missing
report_segments = Segments in all
report_segments_missing = Segments missing
report_segments_stale = Segments out of date
report_segments_unreviewed = Made by a machine, not reviewed
report_rules_complete = rules complete

## Report: readability

report_readability = Readability
report_readability_lead = The hardest pages come first. The figures are for comparing texts. They are not language levels.
report_hardest = The ten hardest pages
report_others = The other pages
report_reading_summary = Pages that miss a target: { $missed } of { $judged }. Pages too short to be judged: { $short }.
report_pages_meet = pages meet all targets
report_words = Words
report_sentences = Sentences
report_mean_sentence = Words per sentence
report_at_least = at least { $target }
report_at_most = at most { $target }
report_targets = Targets
report_met = Met
report_missed = Missed
report_too_short = Too short to be judged
report_comma = {", "}

## Report: reviews

report_reviews = Reviews
report_reviews_lead = Which rule is reviewed again when, and by which role.
report_reviews_caption = Rules to be reviewed
report_overdue = Overdue
report_soon = Within { $duration }
report_later = Later
report_next_review = Next review
report_last_review = Last review
report_checked_by = Reviewed by
report_written_by = Written by
report_alone = Same role
report_roles = By role
report_roles_caption = Number of rules that each role reviews
report_role = Role

## Report: municipalities side by side

report_municipalities = Municipalities
report_municipalities_lead = What municipalities decide for themselves, side by side. This shows which differences there are.
report_local = Own values
report_local_caption = Values that each municipality gives itself
report_local_differ = Own values that differ
report_compared = Comparison
report_differs = Differs
report_same = The same everywhere
report_bounds = Bounds
report_no_bounds = No bounds
report_between = { $least } up to { $most }
report_versions = Own versions of rules
report_versions_lead = The general text and that of the municipality, side by side. A name in braces is a fact that is filled in on the page.
report_general = General
report_field_title = Title
report_field_answer = Answer
report_field_situation = Example: situation
report_field_meaning = Example: meaning
report_field_outcome = Example: outcome
report_field_within = Example: time limit
report_field_steps = Steps
report_field_proof = Proof
report_field_consequence = If it does not work out
report_field_body = Explanation
report_field_routes = Ways

## Report: facts

report_facts = Facts
report_facts_lead = Every amount, time limit and date: what holds now, since when, and when it changes.
report_facts_all = All facts
report_facts_caption = Facts and their value on this day
report_facts_coming = With a known change
report_facts_due = Value is too old
report_facts_without = Without a value
report_fact = Fact
report_where = Holds in
report_everywhere = Everywhere
report_value = Value
report_no_value = No value
report_since = Since
report_always = No first day
report_next_change = Next known change
report_not_known = Not known
report_expected = Change expected on
report_no_day = No fixed day
report_due = Expected on { $date }, not updated

## Report: findings

report_findings = Findings
report_findings_lead = What the check found. With wegwijs explain you can read more about a code.
report_by_code = By code
report_by_code_caption = Number of findings by code
report_code = Code
report_meaning = Meaning
report_by_file = By file
report_whole_guide = The guide as a whole
report_line = line and column
report_nothing_found = Nothing found
report_errors = Errors
report_warnings = Warnings
report_hints = Hints
report_error = Error
report_warning = Warning
report_hint = Hint

## Situations: what happens in somebody's life

nav_report = Report it?
nav_search = Search
situations_title = What is changing for you?
situation_lead = Here are all examples together. Print the page and tick what is true for you.
situation_near = Is something else going on too?
situation_rule = Read more:
group_report_first = Tell us first
group_report_now = Tell us now
group_ask_first = Ask us
group_allowed = You may
group_not_allowed = You may not
group_no_report = You need not tell us
group_apply = You can apply for
rights_near = You may also apply for
example_situations = More examples:
description_situation = { $title }: what you must report, what is allowed and what you can apply for. With examples.

## Words on a page, reading aloud

terms_title = Words on this page
all_words = All words
close = Close
read_aloud = Read aloud
read_stop = Stop reading

## Do I have to report this?

description_to_report = All examples of { $municipality } in one list: what you report, what you need not report, and what is allowed.
to_report_title = Do I have to report this?
to_report_intro = All examples are here together. You see at once whether you must report something.
to_report_filter = What happened to you? Type a word, for example car.
to_report_outcomes = Choose an outcome
to_report_outcomes_help = Show only:
to_report_count = Examples found:
to_report_none = Nothing found. Try another word, or ask us.
to_report_situations = What is happening in your life?
to_report_words = Words from A to Z
to_report_words_help = Choose a word. You then go to the examples on this page.
to_report_letters = Letters
to_report_all = All examples by subject
to_report_not_found = Is your question not here? Or are you not sure? Ask us. Then you know for certain.
# Words in front of a title that do not count for the order from A to Z, with spaces between them.
# A hyphen at the end: it is written together with the word.
a_to_z_articles = the a an

## Search

description_search = Search the guide of { $municipality } in your own words. You see at once what you have to do.
search_title = Search
search_intro = Type what it is about in your own words. A spelling mistake does not matter.
search_label = What is your question about?
search_private = What you type stays on this device. Nobody else sees it.
search_button = Search
search_count = Subjects found:
search_none = We find nothing about this here. Try another word, look in the list, or call us.
search_busy = One moment.
search_failed = Search does not work now. Look in the list, or call us.
search_without = Search does not work on this device. In the list you find everything from A to Z.
search_results = Found
search_other = Look for yourself
search_to_list = All examples from A to Z

## Wallet card, decision guides, repayment table

nav_card = Card with terms
useful = Also useful
print_with_browser = You can also print this page with the menu of your browser.
card_title = Card for your wallet
card_intro = It says how long things may take, and who you can call. Print it and take it with you.
card_terms = This is on the card
card_fold = Cut out the card. Fold it on the dashed line.
card_print = Print this card
decision_question = Question { $number }
decision_go_question = go to question { $number }
decision_go_end = go to { $mark }
decision_help = Who helps you?
decision_read = Read more
decision_again = Start again
decision_all = Show everything on one page
decision_print = Print this card
repayment_title = How long do you pay back?
repayment_of = { $share } of { $amount } is { $monthly } a month.
repayment_as_of = This amount applies since { $date }. Ask us for the newest amount.
repayment_since = This amount applies since { $date }.
repayment_example = Let us say you must pay back { $debt }. Then you pay { $monthly } a month. After { $months } you are done. The last time you pay { $last }.
repayment_debt = Your debt
repayment_monthly = A month
repayment_months = How long
repayment_last = Last month
repayment_rounded = The amount a month is rounded down to whole cents. In the last month you pay the rest.
repayment_other_title = Would you like it another way?
repayment_other = Is this amount too much for you, or would you like to be done sooner? Call us. Together we will find what works.
repayment_print = Print this table
description_card = Card of { $municipality } with terms and phone numbers. To print and take with you.
description_repayment = Paying money back to { $municipality }: how much a month, and how long. With examples in plain words.

## What changes

changes_title = What changes
changes_intro = Here you read what will change and what has changed in the last year. The newest is at the top.
changes_none = Nothing has changed in the last year.
changes_all = All changes
changes_who = Who this is for
changes_sheet = Read more or print this on one page
changes_between = { "; " }
changes_follow = Stay up to date
changes_follow_text = Do you have a news app (RSS or Atom)? Then you can follow this list.
changes_feed = List of changes for your app
changes_feed_entry = { $title }: from { $date }
changes_rule_begins = This is in the guide from { $date }.
changes_rule_ends = This no longer holds from { $date }.
changes_example_begins = New example from { $date }: { $situation }
changes_example_ends = This example no longer holds from { $date }: { $situation }
changes_fact_coming = { $label }: this is { $before } now. From { $date } it is { $after }.
changes_fact_past = { $label }: this was { $before }. Since { $date } it is { $after }.
changes_facts = From { $date } this is different: { $labels }.
changes_notice_coming = This will change on { $date }
changes_notice_past = This changed on { $date }
changes_notice_heading = { $when }: { $title }
changes_values = Amounts and time limits
changes_before = Before
changes_after = From { $date }
changes_do_nothing = Are you not one of these people? Then you do not have to do anything.
changes_do_else = Are you one of them? Read what to do:
changes_doubt = Not sure if this is about you? Call us or come by. You may always bring someone with you.
changes_about = About this page
changes_version = Page of
changes_foot = Change · page of { $date } · { $municipality }
description_changes = What will change for people with a benefit from { $municipality }, and what has changed in the last year.

## Copy without internet

copy_of = This is a copy of { $date }. The newest version is at { $address }.
