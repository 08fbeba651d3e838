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
accessibility_done_4 = Everything works with the keyboard. Only making your own binder needs JavaScript.
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
