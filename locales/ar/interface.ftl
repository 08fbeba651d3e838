### Texts of the website, in Arabic. Latin digits, no tanween marks, neutral forms.
### wegwijs fills in messages that contain { $name }. Do not change those names.

## Getting around

skip_to_content = الانتقال إلى النص
language_switch = اللغة
menu = القائمة الرئيسية
breadcrumbs = مكانك الآن
footer_menu = عن هذا الموقع
nav_home = الرئيسية
nav_words = كلمات
nav_help = المساعدة
nav_accessibility = سهولة الاستخدام
previous = السابق
next = التالي
previous_next = الصفحة السابقة والصفحة التالية
other_municipality = اختيار بلدية أخرى

## Choosing a language and a municipality

choose_language = اختيار اللغة
choose_municipality = اختيار البلدية واللغة

## Kinds

kind_right = حق
kind_right_help = هذا شيء يمكنك الحصول عليه أو فعله.
kind_duty = واجب
kind_duty_help = هذا شيء يجب عليك فعله.
kind_procedure = الخطوات
kind_procedure_help = نشرح هنا الخطوات واحدة بعد الأخرى.

## Outcomes

outcome_report_now = يجب الإبلاغ
outcome_report_first = يجب الإبلاغ مسبقا
outcome_no_report = لا حاجة إلى الإبلاغ
outcome_allowed = مسموح
outcome_not_allowed = غير مسموح
outcome_ask_first = السؤال أولا
outcome_apply = يمكنك تقديم طلب

## Ways to do it

route_form = استمارة
route_phone = بالهاتف
route_email = بالبريد الإلكتروني
route_desk = زيارة المكتب
route_post = بالبريد

## Notes at a text

note_missing = هذا الجزء غير مترجم بعد. النص هنا بالهولندية.
note_stale = تغيّر النص الهولندي بعد هذه الترجمة. عند الشك يمكنك سؤالنا.
note_page_missing = هذه الصفحة غير مترجمة بعد. النص هنا بالهولندية.
note_machine = هذه ترجمة آلية، ولم يراجعها أحد بعد.
note_local = القاعدة في بلديتك مختلفة عن النص العام.

## Start page

most_asked = أسئلة متكررة
all_rules = كل المواضيع
soon = سيتغير هذا قريبا
changes = ما الذي تغيّر
home_help_title = هل لديك شك؟
home_help_text = تسعدنا مساعدتك. ويمكن لجهة مستقلة أن تساعدك مجانا.
home_help_link = المساعدة والاتصال

## Chapter

chapter = الفصل
in_this_chapter = في هذا الفصل

## Page of a rule

examples_title = ماذا يعني هذا لك؟
what_to_do = ما الذي عليك فعله؟
when = متى
proof = ما يجب حفظه
explanation = شرح
if_not = ماذا لو تأخرت أو واجهتك صعوبة؟
help_on_page = للمساعدة
legal_basis = القانون والمبالغ
facts_caption = المبالغ والمدد في هذه الصفحة
fact_name = الموضوع
fact_value = الآن
source = المصدر
decided_locally = بلديتك هي التي تحدد ذلك.
about_page = عن هذه الصفحة
valid_from = تسري ابتداء من
checked_on = تاريخ المراجعة
next_check = المراجعة القادمة
sheet = الورقة
history = ما تغيّر
related = مواضيع قريبة
table_label = جدول
callout_tip = نصيحة
callout_note = معلومة مفيدة
callout_warning = تنبيه
print_address = عنوان هذه الصفحة على الإنترنت

## Help and contact

help_title = المساعدة والاتصال
help_intro = هل لديك سؤال أو شك؟ يمكنك الاتصال بنا أو زيارتنا. ويمكنك دائما إحضار شخص معك.
contact = الاتصال
phone = الهاتف
email = البريد الإلكتروني
website = الموقع
form = استمارة تغيير البيانات
desk = عنوان الزيارة
post = العنوان البريدي
hours = أوقات العمل
support_title = مساعدة مستقلة ومجانية
support_intro = هؤلاء لا يعملون لدى البلدية. وهم يساعدونك مجانا.
disagree_title = اعتراض أم شكوى؟
disagree_intro = الاعتراض يخص قرارا من البلدية. والشكوى تخص طريقة التعامل معك.
ombudsman_title = أمين المظالم (ombudsman)
ombudsman_intro = هل قدمت شكوى إلينا ولم نجد حلا؟ يمكنك عندئذ التوجه إلى أمين المظالم. هذا مجاني.
other_form_title = هل الورق أو الاستماع أسهل عليك؟
other_form_text = يمكنك الاتصال بنا أو زيارتنا. نعطيك هذا النص على الورق أو بحروف كبيرة. ويمكننا قراءته لك.

## Difficult words

words_title = كلمات صعبة
words_intro = هذه الكلمات تظهر في رسائلنا. نشرح هنا معناها.
word_in_dutch = بالهولندية:

## Accessibility

accessibility_title = سهولة الاستخدام للجميع
accessibility_intro = هذا الموقع للجميع. يجب أن يعمل على هاتف قديم، ومع قارئ الشاشة، ومن دون فأرة.
accessibility_law_title = سبب هذا البيان
accessibility_law_text = هذا البيان مرتبط بمرسوم هولندي (Besluit digitale toegankelijkheid overheid). نذكر هنا بصدق ما نفعله وما لم يكتمل بعد.
accessibility_done_title = ما نفعله
accessibility_done_1 = يفحص الحاسوب كل صفحة عند كل إصدار جديد. وهو يستخدم قواعد WCAG 2.2 من المستويين A و AA.
accessibility_done_2 = نفحص الموقع على شاشة كبيرة وعلى شاشة صغيرة، وبألوان فاتحة وداكنة.
accessibility_done_3 = نفحصه أيضا مع مسافات أوسع بين الحروف والأسطر.
accessibility_done_4 = كل شيء يعمل بلوحة المفاتيح. فقط البحث وإعداد مجلد خاص بك يحتاجان إلى JavaScript.
accessibility_todo_title = ما لم يكتمل بعد
accessibility_todo_1 = الحاسوب لا يكتشف كل مشكلة. ولم يفحص خبير هذا الموقع بعد.
accessibility_todo_2 = لم يجرب الموقع بعد أشخاص من ذوي الإعاقة.
accessibility_todo_3 = لم يجرب النصوص بعد أشخاص يجدون صعوبة في القراءة.
accessibility_todo_4 = بعض الترجمات لم يراجعها بعد شخص يتكلم تلك اللغة منذ الطفولة.
accessibility_problem_title = هل يوجد شيء لا يعمل لديك؟
accessibility_problem_text = يمكنك إخبارنا باسم الصفحة وبالمشكلة. سنحل المشكلة، أو نساعدك بطريقة أخرى.
accessibility_other_title = يمكنك الحصول على النص بشكل آخر
accessibility_other_text = يمكنك طلب النص على الورق أو بحروف كبيرة. ويمكننا قراءته لك. هذا مجاني.
accessibility_updated = تاريخ هذا البيان:

## Page not found

not_found_title = هذه الصفحة غير موجودة
not_found_text = العنوان غير صحيح، أو تغيّر مكان الصفحة. يمكنك المتابعة من هنا:
not_found_home = إلى الصفحة الرئيسية
not_found_words = البحث عن معنى كلمة صعبة
not_found_help = طرح سؤال علينا

## Numbers and time limits ($n chooses the form, $value is the number as you read it)
## .after is the form after a preposition or in the genitive

duration_days = { $n ->
    [1] يوم واحد
    [2] يومان
    [3] ثلاثة أيام
    [4] أربعة أيام
    [5] خمسة أيام
    [6] ستة أيام
    [7] سبعة أيام
    [8] ثمانية أيام
    [9] تسعة أيام
    [10] عشرة أيام
    [few] { $value } أيام
    [many] { $value } يوما
   *[other] { $value } يوم
  }
  .after = { $n ->
    [1] يوم واحد
    [2] يومين
    [3] ثلاثة أيام
    [4] أربعة أيام
    [5] خمسة أيام
    [6] ستة أيام
    [7] سبعة أيام
    [8] ثمانية أيام
    [9] تسعة أيام
    [10] عشرة أيام
    [few] { $value } أيام
    [many] { $value } يوما
   *[other] { $value } يوم
  }
duration_weeks = { $n ->
    [1] أسبوع واحد
    [2] أسبوعان
    [3] ثلاثة أسابيع
    [4] أربعة أسابيع
    [5] خمسة أسابيع
    [6] ستة أسابيع
    [7] سبعة أسابيع
    [8] ثمانية أسابيع
    [9] تسعة أسابيع
    [10] عشرة أسابيع
    [few] { $value } أسابيع
    [many] { $value } أسبوعا
   *[other] { $value } أسبوع
  }
  .after = { $n ->
    [1] أسبوع واحد
    [2] أسبوعين
    [3] ثلاثة أسابيع
    [4] أربعة أسابيع
    [5] خمسة أسابيع
    [6] ستة أسابيع
    [7] سبعة أسابيع
    [8] ثمانية أسابيع
    [9] تسعة أسابيع
    [10] عشرة أسابيع
    [few] { $value } أسابيع
    [many] { $value } أسبوعا
   *[other] { $value } أسبوع
  }
duration_months = { $n ->
    [1] شهر واحد
    [2] شهران
    [3] ثلاثة أشهر
    [4] أربعة أشهر
    [5] خمسة أشهر
    [6] ستة أشهر
    [7] سبعة أشهر
    [8] ثمانية أشهر
    [9] تسعة أشهر
    [10] عشرة أشهر
    [few] { $value } أشهر
    [many] { $value } شهرا
   *[other] { $value } شهر
  }
  .after = { $n ->
    [1] شهر واحد
    [2] شهرين
    [3] ثلاثة أشهر
    [4] أربعة أشهر
    [5] خمسة أشهر
    [6] ستة أشهر
    [7] سبعة أشهر
    [8] ثمانية أشهر
    [9] تسعة أشهر
    [10] عشرة أشهر
    [few] { $value } أشهر
    [many] { $value } شهرا
   *[other] { $value } شهر
  }
duration_years = { $n ->
    [1] سنة واحدة
    [2] سنتان
    [3] ثلاث سنوات
    [4] أربع سنوات
    [5] خمس سنوات
    [6] ست سنوات
    [7] سبع سنوات
    [8] ثماني سنوات
    [9] تسع سنوات
    [10] عشر سنوات
    [few] { $value } سنوات
    [many] { $value } سنة
   *[other] { $value } سنة
  }
  .after = { $n ->
    [1] سنة واحدة
    [2] سنتين
    [3] ثلاث سنوات
    [4] أربع سنوات
    [5] خمس سنوات
    [6] ست سنوات
    [7] سبع سنوات
    [8] ثماني سنوات
    [9] تسع سنوات
    [10] عشر سنوات
    [few] { $value } سنوات
    [many] { $value } سنة
   *[other] { $value } سنة
  }
within_duration = خلال { $duration }
within_at_once = دون تأخير
within_letter_date = قبل التاريخ المكتوب في رسالتنا
coming_value = (ابتداء من { $date }: { $value })
value_from = منذ { $date }

## Titles and short descriptions for search engines

municipality_language = { $municipality }: { $language }
title_page = { $title } - { $site }
description_chapter = { $title }: حقوقك وواجباتك بكلمات بسيطة، مع أمثلة من الحياة اليومية.
description_home = حقوقك وواجباتك عند الحصول على إعانة من { $municipality }. بكلمات بسيطة ومع أمثلة.
description_help = كيف تساعدك { $municipality }: الهاتف والعنوان وأوقات العمل ومساعدة مستقلة ومجانية.
description_words = كلمات صعبة في رسائل { $municipality }. نشرح هنا معنى كل كلمة شرحا قصيرا وبسيطا.
description_accessibility = سهولة استخدام موقع { $municipality } للجميع: ما فحصناه، وما لم نفحصه بعد، وكيف يمكن إبلاغنا بمشكلة.
description_not_found = هذه الصفحة من موقع { $municipality } غير موجودة. يمكنك العودة إلى الصفحة الرئيسية أو سؤالنا.

## On paper

paper_version = إصدار { $date }
paper_page = صفحة { $page } من { $pages } في هذه الورقة
paper_page_map = صفحة { $page }
paper_pages = { $n ->
    [1] صفحة واحدة
    [2] صفحتان
    [few] { $n } صفحات
   *[other] { $n } صفحة
  }
paper_qr = هذه الصفحة على الإنترنت: { $address }
paper_contents = المحتويات
paper_how_title = كيفية استخدام هذا الملف
paper_how_1 = كل ورقة عن موضوع واحد. الجواب في أعلى الورقة.
paper_how_2 = بعد الجواب توجد أمثلة. هكذا ترى ماذا تعني القاعدة لك.
paper_how_3 = لكل ورقة رمز، مثل B3. الرمز في أسفل الورقة.
paper_how_4 = تاريخ الورقة موجود أيضا في الأسفل. هل لديك شك في صحتها؟ يمكنك الاتصال بنا.
paper_how_5 = هل وصلتك ورقة جديدة؟ أخرج الورقة القديمة التي لها الرمز نفسه.
paper_how_6 = وجّه هاتفك إلى المربعات السوداء. تفتح الصفحة نفسها على الإنترنت.
paper_report_title = ما يجب إبلاغنا به
paper_report_intro = هل حدث شيء من هذه القائمة؟ أبلغنا به. تجد التفاصيل في الورقة. هل لديك شك؟ يمكنك الاتصال بنا.
paper_situation = ماذا حدث؟
paper_notes_title = ملاحظاتي
paper_caseworker = الموظف المسؤول عني في البلدية
paper_caseworker_name = الاسم
paper_caseworker_phone = الهاتف
paper_given_on = حصلت على هذا الملف في تاريخ
paper_slip_title = إيصال استلام
paper_slip_client = إيصال استلام: نسخة لك
paper_slip_office = إيصال استلام: نسخة للبلدية
paper_slip_name = اسمك ورقمك لدى البلدية
paper_slip_date = تاريخ تسليم هذه الأوراق
paper_slip_papers = ما هي الأوراق؟
paper_slip_received = اسم الموظف الذي استلم الأوراق
paper_slip_sign = توقيع البلدية أو ختمها
paper_form_title = الإبلاغ عن تغيير
paper_form_intro = املأ هذه الورقة وسلّمها إلى البلدية. هل هذا صعب عليك؟ يمكنك الاتصال بنا أو زيارتنا. سنساعدك.
paper_form_name = اسمك
paper_form_number = رقمك لدى البلدية (تجده في رسائلنا)
paper_form_phone = رقم هاتفك
paper_form_what = ماذا تغيّر، أو ماذا سيتغيّر؟
paper_form_since = ابتداء من أي يوم؟
paper_form_papers = ما هي الأوراق المرفقة؟
paper_form_sign = التاريخ والتوقيع
paper_form_keep = اطلب إيصال استلام، واحفظه في مكان آمن.
paper_update_title = أوراق جديدة لملفك
paper_update_intro = تغيّر شيء منذ { $date }. هكذا يصبح ملفك صحيحا من جديد.
paper_update_nothing = لم يتغيّر شيء منذ { $date }. ملفك ما زال صحيحا.
paper_update_replaced = أخرج الورقة { $code }، وضع مكانها الورقة { $code } الجديدة ({ $pages }).
paper_update_new = ورقة جديدة: ضع { $code } في الملف ({ $pages }).
paper_update_withdrawn = أخرج الورقة { $code } ولا تحتفظ بها.
paper_update_fact = { $label }: قبل ذلك { $before }، والآن { $after }.
paper_update_coming = { $label }: الآن { $before } { $after }.
paper_update_other = تغيّر النص في هذه الورقة.

## Printing

print_nav = إعداد مجلد للطباعة
print_title = إعداد مجلد ورقي
print_intro = هنا كل أوراق الدليل في مكان واحد. يمكنك اختيار الأوراق اللازمة وطباعتها.
print_advice = يمكنك فتح ورقة وطباعتها من المتصفح.
print_on_paper = على الورق
print_more = اختيار أوراق أخرى وطباعتها
print_this_sheet = هذه الورقة
print_this_chapter = هذا الفصل
print_sheet = الورقة { $code }
print_chapter = الفصل { $code }
print_whole_chapter = كل أوراق الفصل { $code }
print_guide = الدليل كله
print_pdf = { $what } بصيغة PDF ({ $pages }، { $size })
print_pdf_beside = { $what } مع النص الهولندي جنبا إلى جنب، بصيغة PDF ({ $pages }، { $size })
print_pages = { $n ->
    [1] صفحة واحدة
    [2] صفحتان
    [few] { $value } صفحات
   *[other] { $value } صفحة
  }
print_kilobytes = { $value } كيلوبايت
print_megabytes = { $value } ميغابايت
print_open = فتح الورقة { $code }
print_language = اللغة
print_language_question = ما لغة الطباعة؟
print_beside = { $first } و{ $second } جنبا إلى جنب
print_situations = الاختيار حسب الحالة
print_situations_help = عند اختيار حالة يشمل الاختيار كل الأوراق المرتبطة بها.
print_sheets = الاختيار حسب الورقة
print_all = اختيار كل الأوراق
print_none = إلغاء كل الاختيارات
print_version = إصدار { $date }
print_now = الطباعة
print_button = طباعة الأوراق المختارة
print_private = اختيارك موجود في عنوان هذه الصفحة فقط. يمكنك حفظ هذا العنوان لطباعة المجلد نفسه مرة أخرى.
print_chosen = عدد الأوراق المختارة:
print_choose_first = لم يتم اختيار أي ورقة بعد.
print_busy = إحضار الأوراق:
print_ready = المجلد جاهز للطباعة.
print_failed = لم تصل كل الأوراق. يمكنك المحاولة مرة أخرى، أو فتح هذه الأوراق من هنا:
print_foot = الورقة { $sheet } · إصدار { $date } · { $municipality }
print_cover = مجلد المعلومات
print_municipality = البلدية
print_day = التاريخ
print_caseworker = الموظف المسؤول عن ملفك
print_caseworker_phone = رقم الهاتف
print_contents = المحتويات
print_subject = الموضوع
print_date = تاريخ الإصدار
print_description = اختيار أوراق من دليل { $municipality } وطباعتها معا في مجلد واحد، بلغة واحدة أو بلغتين جنبا إلى جنب.

## Report for the people who keep the guide

report_title = حالة الدليل
report_summary = نظرة عامة
report_of_guide = حالة الدليل: { $guide }
report_as_on = الحالة في
report_lead = هذا التقرير لمن يتابعون الدليل. وهو يبين ما اكتمل وما يحتاج إلى اهتمام.
report_foot = أُعد هذا التقرير باستخدام wegwijs، وهو ليس جزءا من الموقع المخصص للسكان.
report_part = { $n } من { $all }
report_from = ابتداء من { $date }: { $value }
report_none = لا يوجد
report_good = سليم
report_look = يحتاج إلى اهتمام
report_late = متأخر
report_rule = القاعدة
report_language = اللغة

## Report: translations

report_coverage = الترجمات
report_coverage_lead = لكل قاعدة ولكل لغة: ما تُرجم، وما أصبح قديما، وما ينقص. والمقطع هو عنوان أو جواب أو نص مثال أو خطوة أو فقرة.
report_by_language = حسب اللغة
report_coverage_totals = القواعد ونسخ البلديات الخاصة، حسب اللغة
report_segments_done = المقاطع المكتملة
report_by_rule = حسب القاعدة
report_coverage_rules = ترجمات كل قاعدة
report_labels = النصوص في ملفات YAML
report_one_language = للدليل لغة واحدة. لا يوجد ما يُترجم.
report_complete = مكتمل
report_unreviewed = لم يراجعه أحد
report_stale = قديم
report_partial = غير مكتمل
report_absent = غير موجود
report_segments = مجموع المقاطع
report_segments_missing = المقاطع الناقصة
report_segments_stale = المقاطع القديمة
report_segments_unreviewed = ترجمة آلية لم يراجعها أحد
report_rules_complete = القواعد المكتملة

## Report: readability

report_readability = سهولة القراءة
report_readability_lead = أصعب الصفحات تأتي أولا. هذه الأرقام للمقارنة بين النصوص، وليست مستويات لغوية.
report_hardest = أصعب عشر صفحات
report_others = الصفحات الأخرى
report_reading_summary = الصفحات التي لا تحقق قيمة مستهدفة: { $missed } من { $judged }. الصفحات الأقصر من أن نحكم عليها: { $short }.
report_pages_meet = الصفحات التي تحقق كل القيم المستهدفة
report_words = الكلمات
report_sentences = الجمل
report_mean_sentence = الكلمات في الجملة
report_at_least = { $target } على الأقل
report_at_most = { $target } على الأكثر
report_targets = القيم المستهدفة
report_met = تحققت
report_missed = لم تتحقق
report_too_short = أقصر من أن نحكم عليها
report_comma = {"، "}

## Report: reviews

report_reviews = المراجعات
report_reviews_lead = متى تُراجع كل قاعدة من جديد، وأي جهة تراجعها.
report_reviews_caption = القواعد التي ستُراجع
report_overdue = فات موعدها
report_soon = خلال { $duration }
report_later = لاحقا
report_next_review = المراجعة القادمة
report_last_review = آخر مراجعة
report_checked_by = جهة المراجعة
report_written_by = جهة الكتابة
report_alone = الجهة نفسها
report_roles = حسب الجهة
report_roles_caption = عدد القواعد التي تراجعها كل جهة
report_role = الجهة

## Report: municipalities side by side

report_municipalities = البلديات
report_municipalities_lead = ما تقرره البلديات بنفسها، جنبا إلى جنب. هكذا تظهر الفروق بينها.
report_local = القيم الخاصة
report_local_caption = القيم التي تحددها كل بلدية
report_local_differ = القيم الخاصة المختلفة
report_compared = المقارنة
report_differs = مختلفة
report_same = متساوية
report_bounds = الحدود
report_no_bounds = بلا حدود
report_between = من { $least } إلى { $most }
report_versions = نسخ خاصة من القواعد
report_versions_lead = النص العام ونص البلدية جنبا إلى جنب. الاسم بين قوسين معقوفين هو معلومة تُملأ في الصفحة.
report_general = عام
report_field_title = العنوان
report_field_answer = الجواب
report_field_situation = مثال: الحالة
report_field_meaning = مثال: المعنى
report_field_outcome = مثال: النتيجة
report_field_within = مثال: المهلة
report_field_steps = الخطوات
report_field_proof = الإثبات
report_field_consequence = عند التأخر أو الصعوبة
report_field_body = الشرح
report_field_routes = الطرق

## Report: facts

report_facts = المعلومات
report_facts_lead = كل مبلغ ومهلة وتاريخ: ما يسري الآن، ومنذ متى، ومتى يتغير.
report_facts_all = كل المعلومات
report_facts_caption = المعلومات وقيمها في هذا اليوم
report_facts_coming = لها تغيير معروف
report_facts_due = قيمتها قديمة
report_facts_without = من دون قيمة
report_fact = المعلومة
report_where = تسري في
report_everywhere = كل مكان
report_value = القيمة
report_no_value = لا توجد قيمة
report_since = منذ
report_always = من دون تاريخ بداية
report_next_change = التغيير المعروف القادم
report_not_known = غير معروف
report_expected = موعد التغيير المتوقع
report_no_day = لا يوجد يوم ثابت
report_due = كان متوقعا في { $date } ولم تُحدث القيمة

## Report: findings

report_findings = ملاحظات الفحص
report_findings_lead = ما وجده الفحص. الرسائل نفسها بالإنجليزية. يمكن قراءة المزيد عن أي رمز بالأمر wegwijs explain.
report_by_code = حسب الرمز
report_by_code_caption = عدد الملاحظات لكل رمز
report_code = الرمز
report_meaning = المعنى
report_by_file = حسب الملف
report_whole_guide = الدليل كله
report_line = السطر والعمود
report_nothing_found = لم يجد الفحص شيئا
report_errors = الأخطاء
report_warnings = التحذيرات
report_hints = النصائح
report_error = خطأ
report_warning = تحذير
report_hint = نصيحة

## Situations: what happens in somebody's life

nav_report = هل يجب الإبلاغ؟
nav_search = بحث
situations_title = ما الذي يتغير في حياتك؟
situation_lead = هنا تجد كل الأمثلة معا. يمكنك طباعة الصفحة ووضع علامة أمام ما ينطبق عليك.
situation_near = هل هناك أمر آخر؟
situation_rule = للمزيد:
group_report_first = يجب إبلاغنا قبل أن يحدث
group_report_now = يجب إبلاغنا الآن
group_ask_first = السؤال أولا
group_allowed = هذا مسموح
group_not_allowed = هذا غير مسموح
group_no_report = لا حاجة إلى الإبلاغ
group_apply = يمكنك طلب هذا
rights_near = ربما يمكنك أيضا طلب
example_situations = أمثلة أخرى:
description_situation = { $title }: ما يجب الإبلاغ عنه، وما هو مسموح، وما يمكنك طلبه. مع أمثلة.

## Words on a page, reading aloud

terms_title = كلمات في هذه الصفحة
all_words = كل الكلمات
close = إغلاق
read_aloud = قراءة بصوت مسموع
read_stop = إيقاف القراءة

## هل يجب الإبلاغ عن هذا؟

description_to_report = كل أمثلة { $municipality } في قائمة واحدة: ما يجب الإبلاغ عنه، وما لا يجب، وما هو مسموح.
to_report_title = هل يجب الإبلاغ عن هذا؟
to_report_intro = هنا كل الأمثلة معا. يظهر لك فورا هل يجب الإبلاغ عن شيء.
to_report_filter = ماذا حدث لك؟ تكفي كتابة كلمة، مثلا سيارة.
to_report_outcomes = اختيار نتيجة
to_report_outcomes_help = إظهار هذا فقط:
to_report_count = عدد الأمثلة:
to_report_none = لا توجد نتائج. يمكنك تجربة كلمة أخرى أو سؤالنا.
to_report_situations = ماذا يحدث في حياتك؟
to_report_words = كلمات من الألف إلى الياء
to_report_words_help = عند اختيار كلمة تظهر أمثلتها في هذه الصفحة.
to_report_letters = الحروف
to_report_all = كل الأمثلة حسب الموضوع
to_report_not_found = سؤالك ليس هنا؟ أو لديك شك؟ يمكنك سؤالنا لتعرف الجواب الأكيد.
# كلمات في أول العنوان لا تحسب في الترتيب، بينها مسافة. والشرطة في آخرها تعني أنها متصلة بالكلمة.
a_to_z_articles = ال-

## البحث

description_search = البحث في دليل { $municipality } بكلماتك. يظهر لك فورا ما يجب فعله.
search_title = البحث
search_intro = يمكنك كتابة سؤالك بكلماتك. الخطأ الإملائي لا يضر.
search_label = ما موضوع سؤالك؟
search_private = ما تكتبه يبقى على هذا الجهاز. لا أحد يراه.
search_button = بحث
search_count = عدد المواضيع:
search_none = لا نجد شيئا عن هذا هنا. يمكنك تجربة كلمة أخرى أو مراجعة القائمة أو الاتصال بنا.
search_busy = لحظة من فضلك.
search_failed = البحث لا يعمل الآن. يمكنك مراجعة القائمة أو الاتصال بنا.
search_without = البحث لا يعمل على هذا الجهاز. في القائمة كل شيء من الألف إلى الياء.
search_results = النتائج
search_other = التصفح
search_to_list = كل الأمثلة من الألف إلى الياء

## بطاقة الجيب ودليل الاختيار وجدول السداد

nav_card = بطاقة المواعيد
useful = صفحات مفيدة أيضا
print_with_browser = يمكنك أيضا طباعة هذه الصفحة من قائمة المتصفح.
card_title = بطاقة للمحفظة
card_intro = فيها المدد المهمة وأرقام الهاتف. يمكنك طباعتها وحملها معك.
card_terms = ما في البطاقة
card_fold = يمكن قص البطاقة ثم طيها عند الخط المتقطع.
card_print = طباعة هذه البطاقة
decision_question = السؤال { $number }
decision_go_question = إلى السؤال { $number }
decision_go_end = إلى { $mark }
decision_help = من يساعدك؟
decision_read = للمزيد
decision_again = من البداية
decision_all = عرض كل شيء في صفحة واحدة
decision_print = طباعة هذه البطاقة
repayment_title = كم يستمر إرجاع المال؟
repayment_of = { $share } من { $amount } يساوي { $monthly } في الشهر.
repayment_as_of = هذا المبلغ معمول به منذ { $date }. يمكنك سؤالنا عن أحدث مبلغ.
repayment_since = هذا المبلغ معمول به منذ { $date }.
repayment_example = مثال: عليك إرجاع { $debt }. القسط هو { $monthly } في الشهر. ينتهي السداد بعد { $months }. والقسط الأخير هو { $last }.
repayment_debt = الدين
repayment_monthly = في الشهر
repayment_months = المدة
repayment_last = الشهر الأخير
repayment_rounded = القسط الشهري مقرب إلى الأسفل إلى سنتات كاملة. وفي الشهر الأخير يكون دفع الباقي.
repayment_other_title = هل تناسبك طريقة أخرى؟
repayment_other = هل هذا المبلغ كثير عليك، أو يناسبك أن ينتهي السداد أسرع؟ يمكنك الاتصال بنا. سنبحث معك عما يناسبك.
repayment_print = طباعة هذا الجدول
description_card = بطاقة من { $municipality } فيها المدد وأرقام الهاتف المهمة. للطباعة والحمل معك.
description_repayment = إرجاع المال إلى { $municipality }: كم في الشهر وكم يستمر ذلك. مع أمثلة بكلمات بسيطة.

## What changes

changes_title = ما يتغير
changes_intro = في هذه الصفحة ما سيتغير قريبا وما تغير خلال السنة الأخيرة. الأحدث في الأعلى.
changes_none = لم يتغير شيء خلال السنة الأخيرة.
changes_all = كل التغييرات
changes_who = لمن هذا
changes_sheet = قراءة المزيد أو طباعة هذا في ورقة واحدة
changes_between = { "؛ " }
changes_follow = متابعة التغييرات
changes_follow_text = هل لديك تطبيق للأخبار (RSS أو Atom)؟ يمكنك متابعة هذه القائمة فيه.
changes_feed = قائمة التغييرات لتطبيقك
changes_feed_entry = { $title }: ابتداء من { $date }
changes_rule_begins = هذا موجود في الدليل ابتداء من { $date }.
changes_rule_ends = هذا لا يسري بعد الآن ابتداء من { $date }.
changes_example_begins = مثال جديد ابتداء من { $date }: { $situation }
changes_example_ends = هذا المثال لا يسري ابتداء من { $date }: { $situation }
changes_fact_coming = { $label }: القيمة الآن { $before }. ابتداء من { $date } تصبح { $after }.
changes_fact_past = { $label }: كانت القيمة { $before }. ومنذ { $date } أصبحت { $after }.
changes_facts = ابتداء من { $date } يختلف ما يلي: { $labels }.
changes_notice_coming = سيتغير هذا في { $date }
changes_notice_past = تغير هذا في { $date }
changes_notice_heading = { $when }: { $title }
changes_values = المبالغ والمدد
changes_before = من قبل
changes_after = ابتداء من { $date }
changes_do_nothing = إذا كان هذا لا يخصك، فلا يلزم عمل أي شيء.
changes_do_else = إذا كان هذا يخصك، فهذا ما يلزم عمله:
changes_doubt = هل لديك شك في أن هذا يخصك؟ يمكنك الاتصال بنا أو زيارتنا. ويمكنك دائما إحضار شخص معك.
changes_about = عن هذه الورقة
changes_version = تاريخ الورقة
changes_foot = تغيير · ورقة بتاريخ { $date } · { $municipality }
description_changes = ما سيتغير لمن لديهم إعانة من { $municipality }، وما تغير خلال السنة الأخيرة.

## نسخة من دون إنترنت

copy_of = هذه نسخة بتاريخ { $date }. أحدث نسخة موجودة على { $address }
