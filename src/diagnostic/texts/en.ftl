## Parts of a report

level-error = error
level-warning = warning
level-hint = hint
level-why = why
level-fix = fix
did-you-mean = Did you mean “{ $nearest }”?

## Reading files

config-missing = No kabar.yaml in { $folder }
    .why = kabar.yaml is what makes a folder a publication: without it, title, languages and theme are not known.
    .fix = Run the command in the publication's folder, where kabar.yaml is, or start a new publication with “kabar init my-publication”.

file-unreadable = The file cannot be read: { $reason }
    .why = What stands in this file would be missing from the site.
    .fix = Check that the file is still there and that you may open it. If it is in a synchronised folder (Drive, OneDrive), wait until it has been downloaded.

not-utf8 = The file is not UTF-8 text
    .why = In another encoding, letters such as é and signs such as “ ” would reach readers garbled.
    .fix = Open the file in a text editor and save it again with the encoding UTF-8 (in Notepad: Save as, Encoding, UTF-8).

file-too-large = The file has { $bytes } bytes; a text file may have { $limit }
    .why = A text of that size is hardly an article, and it would make every build slow.
    .fix = Split the text into several articles, or offer the material as a file to download.

file-name = The file name “{ $name }” cannot be used everywhere
    .why = It has characters that other computers or web servers refuse, so the publication could not be copied or published.
    .fix = Rename the file with letters, digits, hyphens and dots, such as “village-map.svg”.

link-outside = The link “{ $name }” leads out of the publication's folder
    .why = On another computer its target would be missing, and files that are not meant for readers could be published.
    .fix = Replace the link with a copy of the file, or delete it.

file-without-language = “{ $name }” does not say which language it is in
    .why = Every article file carries its language in its name; without it, Kabar cannot know which readers it is for.
    .fix = Put the language before “.md”, such as “index.id.md”. The languages of this publication: { $languages }.

undeclared-language = The file is in the language “{ $lang }”, which is not declared
    .why = Only languages that kabar.yaml declares have pages, so this text would not appear anywhere.
    .fix = Correct the language in the file name, or declare “{ $lang }” under “languages” in kabar.yaml.

duplicate-source = Two files are “{ $name }” in the same language
    .why = Both stand for the same page, and only one of them could be shown.
    .fix = Keep one of the two, and rename the other or move it elsewhere.

## YAML

yaml-syntax = The YAML cannot be read: { $reason }
    .why = From this place on, what you wrote is not understood.
    .fix = Look at this line and the one before it: indent with blanks (no tabs), close every quotation mark and bracket, and put a text with “: ” or “#” in quotes, such as title: "Flores: one year on".

yaml-too-large = This YAML has { $bytes } bytes; it may have { $limit }
    .why = Settings of that size cannot be checked in reasonable time.
    .fix = Move long text into the body of an article, and long tables into files under “data/”.

yaml-too-deep = This YAML is nested more than { $limit } levels deep
    .why = So many levels are nearly always a slip, and could exhaust the program.
    .fix = Look for brackets that were not closed, or for lines that are indented more than intended.

yaml-aliases = The references (*name) in this YAML grow it beyond { $limit } values
    .why = A few lines that refer to each other can grow without end and exhaust the program.
    .fix = Write the values out instead of referring to them with “*”.

duplicate-key = “{ $key }” stands here twice
    .why = Only one of the two values could count, and it is not clear which one you mean.
    .fix = Remove one of the two lines, or put both values into one.

unknown-key = Unknown key “{ $key }” in { $place }
    .why = The publication does not declare this key, so what you wrote would be lost silently.
    .fix = Correct the spelling, remove the line, or declare the field in kabar.yaml.

missing-key = “{ $key }” is missing in { $place }
    .why = It is required: without it the page could not be made whole.
    .fix = Add a line “{ $key }: …” with a value after the colon.

wrong-type = The value { $key } must be { $expected ->
        [text] text
        [rich-text] text
        [markdown] text
        [localised-text] text
        [list] a list
        [mapping] a mapping (key: value)
        [object] a mapping (key: value)
        [nothing] empty
        [boolean] true or false
        [integer] a whole number
        [decimal] a number
        [date] a date
        [zoned-date-time] a date with a time
        [url] a web address
        [email] an e-mail address
        [enum] one of the allowed words
        [term] the id of a term
        [reference] a link to an article
        [image] the name of a picture
        [file] the name of a file
       *[other] { $expected }
    }, not { $found ->
        [text] text
        [list] a list
        [mapping] a mapping (key: value)
        [nothing] empty
        [boolean] a yes/no value (true or false)
        [integer] a whole number
        [decimal] a decimal number
        [date] a date
       *[other] { $found }
    }
    .why = A value of another type cannot be used here, so it would be missing from the page.
    .fix = { $expected ->
        [text] Write one text, in quotes if it has special characters: "Session 1: opening".
        [rich-text] Write one text, in quotes if it has special characters: "Session 1: opening".
        [markdown] Write one text; for several lines, put “|” after the colon and indent the lines below it.
        [localised-text] Write one text, or one for each language: {"{"} id: Wilayah, en: Regions {"}"}.
        [list] Write a list: [one, two], or one item a line, each begun with “- ”.
        [mapping] Write keys with values: {"{"} key: value {"}"}, or one “key: value” a line, indented.
        [object] Write keys with values: {"{"} key: value {"}"}, or one “key: value” a line, indented.
        [nothing] Remove the value.
        [boolean] Write true or false, without quotes.
        [integer] Write a whole number without quotes, dots or commas, such as 12.
        [decimal] Write a number without quotes and with a point before the decimals, such as 12.5.
        [date] Write the date as year-month-day, such as 2026-06-16.
        [zoned-date-time] Write date and time, such as 2026-06-16T09:00.
        [url] Write the whole address, such as https://example.org/page.
        [email] Write an e-mail address, such as editors@example.org.
        [enum] Write one of the words that kabar.yaml allows for this field.
        [term] Write the id of a term, as it stands in the file under “content/_terms/”.
        [reference] Write the path of an article, such as /stories/three-lessons.
        [image] Write the name of a picture in the article's folder, such as cover.jpg.
        [file] Write the name of a file in the article's folder, such as report.pdf.
       *[other] Write a value of the type that is expected here.
    }

not-allowed = “{ $value }” is not allowed for “{ $key }”
    .why = Only the values that were agreed on can be shown, translated and sorted.
    .fix = Write one of these: { $allowed }.

empty-text = “{ $key }” is empty
    .why = Readers would see an empty place.
    .fix = Write something here, or remove the line if it is not needed.

out-of-range = { $value } is outside of what “{ $key }” allows
    .why = With this number the pages could not be made, or not be used.
    .fix = Write a whole number from { $least } to { $most }.

## Values

date-form = “{ $value }” is not a date in the form year-month-day
    .why = In other forms it is not certain which number is the day and which the month.
    .fix = Write the date like 2026-06-16, and with a time like 2026-06-16T09:00.

no-such-date = The calendar does not have “{ $value }”
    .why = A day or time that does not exist cannot be shown, and articles could not be sorted by it.
    .fix = Check day, month and time: how many days does that month have?

unknown-timezone = “{ $value }” is not the name of a time zone
    .why = The time zone decides when articles appear and which times readers see.
    .fix = Write the name from the IANA list: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT).

invalid-url = “{ $value }” is not a complete web address
    .why = A link with an incomplete address leads readers nowhere.
    .fix = Write the whole address, beginning with https://, such as https://example.org/page.

unsafe-url = The address “{ $value }” could run a program in the reader's browser
    .why = Such links are used to attack readers, so they are not published.
    .fix = Use an address that begins with https:// (links in a text may also begin with mailto: or tel:), or remove it.

invalid-email = “{ $value }” is not an e-mail address
    .why = Readers could not write to this address.
    .fix = Write an address such as editors@example.org.

invalid-language = “{ $value }” is not a language code
    .why = Browsers, search engines and screen readers know a language only by its code.
    .fix = Write the code of the language, such as id (Indonesian), en (English), jv (Javanese) or bug (Buginese).

invalid-slug = “{ $value }” cannot be part of a URL
    .why = A URL that is easy to read and share has only small letters, digits and single hyphens.
    .fix = Use a to z, 0 to 9 and hyphens between the words, such as “village-planning”.

invalid-alias = The old address “{ $value }” is not a path of this site
    .why = Only old addresses of this site can lead readers to the new one.
    .fix = Write only what stands after the site's name, beginning with “/”, such as /old/address/.

## kabar.yaml

no-languages = No language is declared
    .why = Every page is written in a language, so a publication needs at least one.
    .fix = Declare a language in kabar.yaml: languages: {"{"} id: {"{"} name: Bahasa Indonesia, root: true {"}"} {"}"}.

root-language = { $count ->
        [0] No language has “root: true”
        [one] { $count } language has “root: true”
       *[other] { $count } languages have “root: true”
    }
    .why = One language is served at the site's first address, “/”; the others stand below their codes, such as /en/.
    .fix = Write “root: true” for exactly one language under “languages” in kabar.yaml.

text-without-language = “{ $key }” has no text in the language “{ $lang }”
    .why = Readers of that language would see the text of another one.
    .fix = Add the text: {"{"} …, { $lang }: … {"}"}.

text-in-undeclared-language = A text is given in the language “{ $lang }”, which is not declared
    .why = Only languages that kabar.yaml declares have pages, so nobody would see this text.
    .fix = Correct the language, remove the text, or declare “{ $lang }” under “languages” in kabar.yaml.

search-word = “{ $word }” is not one word
    .why = Search takes texts apart into single words, at blanks and hyphens, so this would never be found.
    .fix = List single words, such as “posyandu”; of a name with several words list each by itself.

unknown-content-type = The content type “{ $name }” is not declared
    .why = The content type says which fields an article has and how it is shown.
    .fix = Correct the name, or declare the type under “content_types” in kabar.yaml.

feed-combination = The feed “{ $id }” combines { $count ->
        [0] nothing
       *[one] one thing
    }
    .why = Of one term alone there is a feed already; a combination is of what two things or more have in common.
    .fix = Name two terms or more, or a term and a content type: { "{" } regions: maluku, programmes: bangkit { "}" }.

feed-term = “{ $term }” is not in the register of “{ $taxonomy }”, so no feed can rely on it
    .why = Others rely on the feed: its terms must be there whatever articles come and go, and have a name in each language.
    .fix = Correct the spelling, or add the term to content/_terms/{ $taxonomy }.yaml.

partner-feed = The partner “{ $partner }” asks for the feed “{ $feed }”, which is not there
    .why = The page of a partner shows one feed: of everything, of one content type, of one term, or of a combination that has a name.
    .fix = Write the id of a content type that has a section or a list of its own, one term such as {"{"} regions: maluku {"}"}, or the id of a combination under feeds.combinations. Without “feed” they get everything.

unknown-taxonomy = The taxonomy “{ $name }” is not declared
    .why = Terms belong to a taxonomy; without a declaration it has no pages.
    .fix = Correct the name, or declare the taxonomy under “taxonomies” in kabar.yaml.

reserved-field = A field cannot be called “{ $key }”
    .why = Kabar or a taxonomy already uses this name, and the two would be confused.
    .fix = Choose another name for the field, such as “event_{ $key }”.

menu-target = The menu entry “{ $target }” leads nowhere
    .why = Readers would find a link in the menu that does not work.
    .fix = Write the path of a section, page or article below “content/” (without language and .md), the name of a taxonomy, or a whole address under “url”.

base-url = “{ $value }” is not the address of a site{ $fault ->
        [scheme] : “https://” is missing
        [host] : the host, such as example.org, is missing or wrong
        [tail] : nothing may follow after “?” or “#”
        [path] : the path after the host is wrong
       *[other] {""}
    }
    .why = Feeds, search engines and shared links need the whole address of every page, and it begins with this one.
    .fix = Write scheme and host, and the path if the site is not at the root, such as https://baktinews.example or https://example.org/news.

menu-entry = { $count ->
        [0] This menu entry has no target
       *[other] This menu entry has { $count } targets
    }
    .why = An entry of a menu leads to exactly one place.
    .fix = Write one of “page”, “taxonomy” and “url”, such as {"{"} page: about {"}"} or {"{"} url: "https://example.org", title: Partner {"}"}.

## Front matter

unknown-licence = “{ $value }” is not a licence that is known
    .why = Feeds and republishing pages go by what a licence allows. One that is not known allows nothing by itself, and readers get no link to its text.
    .fix = Write an SPDX id such as CC-BY-4.0, CC-BY-NC-SA-4.0 or CC0-1.0, or all-rights-reserved, or the address of the licence's text.

republish-without-consent = “{ $key }” gives away a contribution whose author has not agreed to it
    .why = A contributor's agreement covers this publication alone. That others may republish is a choice of its own, and off until the contributor makes it.
    .fix = If the contributor has agreed, write contributed: {"{"} republish: true {"}"}. Otherwise take “{ $key }” away.

republish-against-licence = The article refuses what { $licence } allows
    .why = An open licence gives everyone the permission to republish. “republish: false” only hides the page that helps with it.
    .fix = Give the article a licence of its own, such as licence: all-rights-reserved, or take “republish: false” away.

front-matter-missing = The file does not begin with front matter
    .why = The front matter gives an article its title and date; without it no page can be made.
    .fix = Begin the file with a line “---”, then “title: …” and what else is needed, then again a line “---”.

front-matter-unclosed = The front matter has no end
    .why = Without a closing line it is not clear where the article's text begins.
    .fix = Put a line with only “---” between the front matter and the text.

shared-field = “{ $key }” is not the same as in the original ({ $original })
    .why = This field is the same in all languages and lives only in the original, so that it cannot differ between them.
    .fix = Remove “{ $key }” from the translation. If the original is wrong, correct it there.

two-originals = “{ $name }” has more than one original
    .why = With two originals it is not clear which text was translated from which, and which fields hold for all.
    .fix = Write “translation: {"{"} of: id {"}"}” in the file that is a translation, with the language of the original.

no-original = “{ $name }” has translations but no original
    .why = Date, authors and terms stand in the original; without it they are missing.
    .fix = Remove “translation” from the file that was written first, or add the original's file.

translation-of = The translation names “{ $lang }” as the language of the original, but that is not the original
    .why = Kabar could not tell readers which text this is a translation of, or when it must be updated.
    .fix = Write the language of the original (here: { $original }) after “of” under “translation”.

original-translated = This file says that it is the original ({ $lang }), and also that it is a translation
    .why = Kabar cannot tell readers which text came first.
    .fix = Remove “translation” from the original, or write the language that the article was written in after “original”.

translation-empty = The translation ({ $lang }) has no title and no text yet
    .why = Readers do not see it; they are led to the original.
    .fix = Write it, or leave it until you do. Nothing is wrong.

stale-translation = The original ({ $lang }) has changed since it was translated
    .why = Readers of the translation do not see the latest changes; a note on the page tells them so.
    .fix = See what changed with “kabar status --diff” and this file's path, bring it into the translation, then run “kabar status --mark” with the path (it writes “source_hash: { $now }” under “translation”).

translation-lock = The lock “{ $name }” of a translation cannot be read
    .why = Without it Kabar still knows that the original has changed, but not which paragraphs.
    .fix = Run “kabar status --mark” with the path of the translation once it is up to date; the lock is then written anew.

section-without-text = The section “{ $section }” has no title in the language “{ $lang }”
    .why = Readers of that language would see the folder's name instead of a title.
    .fix = Add a file “_section.{ $lang }.md” to that folder, with at least “title: …” in its front matter.

## Terms

undeclared-term = “{ $term }” is not in the register of “{ $taxonomy }”
    .why = A term that is not in the register has no name in other languages and is easily spelled in two ways.
    .fix = Correct the spelling, or add the term to content/_terms/{ $taxonomy }.yaml.

unknown-parent = The parent term “{ $parent }” is not in the register
    .why = The term could not be placed below another, and its articles would be missing from the parent's page.
    .fix = Correct “parent”, or add “{ $parent }” to the same file.

term-cycle = The term “{ $term }” stands below itself
    .why = Terms that stand above each other in a circle have no beginning, so no list of them can be made.
    .fix = Follow “parent” from term to term, and remove the one that leads back.

duplicate-term = Two terms answer to the name “{ $name }”
    .why = It is not clear to which of the two an article with this name belongs.
    .fix = Give one of them another name, or remove the name from “aliases”.

## Links and pictures

broken-reference = The link “{ $target }” leads to nothing in this publication
    .why = Readers would reach a page that does not exist.
    .fix = Correct the path. Examples: ../three-lessons, /stories/three-lessons, article:three-lessons, term:regions/maluku.

ambiguous-reference = Several articles are called “{ $target }”
    .why = It is not clear to which of them the link leads.
    .fix = Write the path of the one you mean: { $matches }.

broken-anchor = The page “{ $page }” has no place called “#{ $anchor }”
    .why = Readers would land at the top of the page instead of the place you mean.
    .fix = Correct what stands after “#”, or give the heading this id: ## Heading {"{"}#{ $anchor }{"}"}.

outside-tree = “{ $target }” leads out of the publication
    .why = Files outside of the publication's folder are not published, so the link could not work.
    .fix = Copy the file into the article's folder and write only its name.

missing-file = The file “{ $target }” is not there
    .why = Readers would see a broken picture, or a download that fails.
    .fix = Put the file where it is looked for (what an article names: into the article's folder), or correct the name. Capital and small letters must match.

not-an-image = “{ $target }” is not a picture
    .why = Only a picture can be shown here.
    .fix = Use a file that ends in .jpg, .png, .webp, .gif, .avif or .svg.

reference-to-withheld = The link “{ $target }” leads to an article that readers cannot see yet or any more ({ $reason ->
        [draft] draft
        [embargo] its date is still to come
        [future] its date is still to come
        [expired] expired
       *[other] { $reason }
    })
    .why = The link would not work, and would betray that the article exists.
    .fix = Remove the link until the article is published, or publish both at the same time.

media-entry = media.yaml describes “{ $name }”, which is not in the folder
    .why = Alternative text, caption and credit of this entry would reach nobody.
    .fix = Correct the file name in media.yaml, add the file, or remove the entry.

missing-alt = The picture “{ $image }” has no alternative text
    .why = Readers who cannot see the picture, or cannot load it, do not learn what it shows.
    .fix = Describe the picture in one sentence: ![Farmers meeting on a veranda](photo.jpg), or under “alt” in media.yaml.

image-unreadable = The picture cannot be read: { $reason }
    .why = Readers would see a broken picture.
    .fix = Open the picture in an image editor and save it again as JPEG or PNG, or ask the photographer for another copy.

## Markdown

unknown-shortcode = There is no shortcode “{ $name }”
    .why = Readers would see the raw lines instead of what you mean.
    .fix = Use one of these: quote, key-figures, figure, gallery, video, download, note.

raw-html = HTML is not allowed in the texts of this publication
    .why = The publication has decided for Markdown alone, so that texts stay safe and look the same in feeds and print.
    .fix = Write it in Markdown, or allow HTML with “markdown: {"{"} raw_html: true {"}"}” in kabar.yaml.

first-level-heading = The text has a heading of the first level: “{ $title }”
    .why = The article's title already is that heading; a second one confuses screen readers and search engines.
    .fix = Use “##” for the headings of the text: ## { $title }.

skipped-heading-level = The heading “{ $title }” is of level { $level }, but no heading of level { $expected } stands above it
    .why = Screen readers show headings as an outline; a level that is missing looks like a part that was lost.
    .fix = Make it a heading of level { $expected }, with { $expected } “#” signs.

duplicate-anchor = Two headings have the id “#{ $anchor }”
    .why = A link to this id can reach only the first of them.
    .fix = Give one of the headings another id, such as {"{"}#{ $anchor }-2{"}"}.

missing-footnote = The footnote “[^{ $label }]” is not there
    .why = Readers would follow a mark that leads to no note.
    .fix = Add the note on a line of its own: [^{ $label }]: Text of the note. Or remove the mark.

unused-footnote = Nothing refers to the footnote “[^{ $label }]”
    .why = A footnote without a mark in the text is not shown to readers.
    .fix = Put [^{ $label }] at the place in the text that it belongs to, or remove the note.

math = The formula cannot be set: { $reason }
    .why = Readers would see the raw signs instead of a formula.
    .fix = Check brackets and commands of the formula, such as $\frac{"{"}a{"}"}{"{"}b{"}"}$. If you mean a dollar sign, write \$.

unknown-code-language = The code is in “{ $name }”, a language that cannot be coloured
    .why = The code is shown, but without colours.
    .fix = Correct the name after ```, such as ```python, or write ```text.

attributes = The attributes “{ $text }” are not understood
    .why = They would have no effect, or be shown to readers as text.
    .fix = Write an id, a class or a known attribute in braces, such as {"{"}#results{"}"}, {"{"}.wide{"}"}, {"{"}lang=en{"}"} or {"{"}credit="A. Name"{"}"}.

skipped-heading-level = The heading “{ $title }” is of level { $level }, but no heading of level { $expected } stands above it
    .why = Screen readers show headings as an outline; a level that is missing looks like a part that was lost.
    .fix = Make it a heading of level { $expected }, with { $expected } “#” signs.

## Data files

data-syntax = The { $format } file cannot be read: { $reason }
    .why = Pages that show these data could not be made.
    .fix = Correct this place. A table is best saved from the spreadsheet again as CSV (UTF-8).

data-name = Two data files are called “{ $name }”
    .why = Templates find data by name, without the file's ending, and would not know which of the two is meant.
    .fix = Rename one of the two files.

## Themes

unknown-theme = The theme “{ $name }” is not there
    .why = The theme gives the pages their form; without it none can be made.
    .fix = Correct “theme” in kabar.yaml, put the theme into “themes/{ $name }/”, or use the built-in theme “tenun”.

theme-contract = The theme was made for contract { $wanted } of Kabar; this version has { $provided }
    .why = Its templates may ask for values that this version of Kabar does not give.
    .fix = Use a version of the theme that is made for contract { $provided }, or another version of Kabar.

theme-cycle = The theme “{ $name }” builds on itself
    .why = Themes that build on each other in a circle have no beginning.
    .fix = Remove “parent” from one of the themes, in its theme.yaml.

template-syntax = The template cannot be read: { $reason }
    .why = No page that uses this template can be made.
    .fix = Correct the template at this place. If you did not change it, tell whoever maintains the theme.

template-error = The template failed on the page { $page }: { $reason }
    .why = This page could not be made, and a publication is published whole or not at all.
    .fix = Correct the template at this place: does the value exist on every page? Write “{"{"}% if value %{"}"}” before you use what can be missing.

missing-template = The template “{ $name }” is not there
    .why = Pages that ask for this template cannot be made.
    .fix = Correct the name, or add the file to the folder “templates/”.

theme-without-search = The theme “{ $theme }” has no page to search on, so this site cannot be searched
    .why = The template “search.html” makes the page where readers search; without it there is no such page, and no index.
    .fix = Add “templates/search.html”, inherit from the built-in theme with “parent: tenun”, or write “search: { "{" } enabled: false { "}" }” in kabar.yaml if the site is to have no search.

useless-override = “{ $name }” replaces nothing in the theme
    .why = What a publication has in “templates/”, “styles/” or “strings/” replaces what has the same name in the theme; this name is not there, so it is never used.
    .fix = Give it the name that it has in the theme, or delete it.

missing-string = The theme's text “{ $key }” is missing in the language “{ $lang }”
    .why = Readers of that language would see a gap or a code.
    .fix = Add a line “{ $key } = …” to strings/{ $lang }.ftl.

missing-strings = The theme “{ $theme }” has no texts in the language “{ $lang }”
    .why = Buttons, headings and notes of the pages could not be shown in that language.
    .fix = Copy the theme's strings/en.ftl to strings/{ $lang }.ftl and translate it.

string-syntax = The file of texts cannot be read: { $reason }
    .why = Texts of the theme would be missing from the pages.
    .fix = Correct this place: one “name = Text” a line, further lines indented, and every “{"{"}” closed with “{"}"}”.

## URLs

claimed-twice = Two pages want the address { $url }
    .why = One address can show only one page; the other would be lost. Capital and small letters do not make a difference.
    .fix = Give one of the two another “slug”, or remove the alias that stands in the way.

reserved-url = The address { $url } is Kabar's own
    .why = Files that Kabar makes itself stand there; a page of yours would replace them.
    .fix = Choose another “slug”, alias or file name.

## The site as it is rendered

dead-link = The page { $page } leads to { $target }, which does not exist
    .why = Readers who follow it reach a page that says “not found”.
    .fix = Correct the link. If no text has it, it comes from a template, a menu or raw HTML.

dead-anchor = The page { $page } leads to { $target }, but the page there has no such place
    .why = Readers would land at the top of the page instead of the place that is meant.
    .fix = Correct what stands after “#”, or give an element of that page this id.

one-sided-alternate = The page { $page } names { $other } as another language of itself, which does not name it back
    .why = Search engines ignore a pair of languages that does not name each other, and show readers the wrong one.
    .fix = Write all of “page.alternates” in the head of every template, with “rel="alternate" hreflang”.

xml-syntax = The file { $url } is not well-formed: { $reason }
    .why = Browsers do not show such a drawing, and feed readers refuse such a feed.
    .fix = Correct the file at this place, or export it anew from the program it was made with.

feed-relative-url = The feed { $feed } has an address that is not whole: { $target }
    .why = A feed is read elsewhere, where this address leads nowhere.
    .fix = Write the address with “https://” and the host's name.

host-limit = { $host } reads less of { $file } than stands in it: { $fault ->
        [rules] { $count } rules, of which it reads { $limit }
        [redirects] { $count } redirects, of which it reads { $limit }
       *[other] a line of { $count } characters, where { $limit } may stand
    }
    .why = It leaves the rest out without a word. { $fault ->
        [redirects] Readers are still led on from these old addresses, by pages, but search engines learn later that an address has moved.
        [redirect] Readers are still led on from this old address, by a page, but search engines learn later that it has moved.
       *[other] What the rest means is sent as if nothing were said of it: other sites may not read feeds, for example.
    }
    .fix = { $fault ->
        [rules] Leave out formats or languages of feeds, or set these headers in the settings of the host.
        [redirects] Take away old addresses (aliases) that nobody asks for any more.
        [redirect] Shorten the longest old address (aliases), or the address that it leads to.
       *[other] Shorten the path in base_url.
    }

heading-outline = { $fault ->
        [none] The page { $page } has no heading of the first level
        [several] The page { $page } has several headings of the first level
       *[skipped] On the page { $page } a heading of level { $level } follows one that is more than a level above it
    }
    .why = Screen readers show headings as an outline; readers use it to find their way.
    .fix = Correct the headings of the template: one “h1” with the title, and below it no level left out.

heavy-page = The page { $page } weighs { $bytes } bytes compressed, of { $limit } that it may; the largest part is { $culprit ->
        [style] its style sheets
        [structured-data] what it tells search engines (JSON-LD)
        [script] its scripts
        [drawing] drawings inside of it
        [body] its text
       *[other] { $culprit }
    } with { $share } bytes
    .why = On a weak link every packet counts: a page within this size arrives in one go.
    .fix = Divide a long text into several, show fewer entries on a page (“paginate_by”), or lighten the theme.

heavy-style = The style sheets in the page { $page } have { $bytes } bytes, of { $limit } that they may
    .why = They are sent with every page, before anything can be seen.
    .fix = Leave out rules that this kind of page does not need, or name fewer style sheets in its template.

heavy-home = The home page { $page } weighs { $bytes } bytes with its pictures, of { $limit } that it may; the largest part is { $culprit ->
        [page] the page itself
       *[other] { $culprit }
    } with { $share } bytes
    .why = It is what most readers load first, often on a telephone with a weak link.
    .fix = Make the largest picture smaller, or show fewer pictures on the home page.

heavy-picture = The picture “{ $image }” has { $bytes } bytes, of { $limit } that it may
    .why = Readers with a weak link wait for it, and pay for it.
    .fix = Save it again in a smaller size (1200 pixels wide is enough) and with more compression, as WebP or JPEG.

oversize-picture = The picture “{ $image }” measures { $width } × { $height } pixels; more than { $most } are of no use
    .why = No reader's screen shows so many, but every reader loads them.
    .fix = Make the picture smaller with an image editor: 1200 to 1600 pixels on the longer side.

picture-without-licence = The picture “{ $image }” has no licence, so it stays behind when others republish the article
    .why = An article's licence covers what its authors wrote. Who made a picture is another question, so only pictures with an open licence of their own go along.
    .fix = Write the picture's licence in media.yaml beside it, or “republish: true” if its maker agrees, or “republish: false” if it is to stay.

## For readers who listen

alt-is-file-name = The text for the picture “{ $image }” is only its file's name: “{ $alt }”
    .why = Readers who cannot see the picture hear a name of a file, not what it shows.
    .fix = Describe the picture in one sentence: ![Farmers meeting on a veranda](photo.jpg).

missing-alt-attribute = The page { $page } shows the picture { $image } without an “alt”
    .why = Screen readers read the name of the file aloud instead.
    .fix = In the template or HTML it comes from, write alt="…" with what it shows, or alt="" if it is only decoration.

vague-link-text = The link “{ $text }” does not say where it leads
    .why = Screen readers list links without the sentences around them; “here” says nothing then.
    .fix = Make the name of what it leads to the link: read the [report of the meeting](…).

bare-url-text = A link shows its address instead of words: { $target }
    .why = Screen readers spell addresses out; readers learn little from them.
    .fix = Write words in brackets before it: [name of the page]({ $target }).

unmarked-language = This paragraph seems to be in another language (“{ $lang }”) and does not say so
    .why = Screen readers would read it with the wrong voice; or it was left untranslated.
    .fix = Translate it, or mark it as it stands: [text of the paragraph]{"{"}lang={ $lang }{"}"}.

## What an editor would ask

similar-terms = The terms “{ $term }” and “{ $other }” are nearly the same
    .why = Articles about one thing are divided between two pages, and readers find half of them.
    .fix = Keep one of the two and make the other its alias: “aliases: [{ $other }]”.

similar-people = A name is written in two ways: “{ $name }” and “{ $other }”
    .why = It is not clear whether this is one person, and a misspelt name hurts.
    .fix = Ask which is right and write it so everywhere. If these are two people, switch this lint off in kabar.yaml.

figure-without-source = The figure “{ $label }” says { $lacks ->
        [year] no year
        [source] no source
       *[both] neither year nor source
    }
    .why = Readers who want to use a figure must know when it held and who says so.
    .fix = Add “year” and “source” to the figure, in words if they are not known exactly.

event-without-time = The event has no time of day: “{ $key }” is a date alone
    .why = Readers in three time zones do not know when it begins or began.
    .fix = Write the time with a zone, such as 2026-06-16T09:00 Asia/Jakarta, or “all_day: true” if the type has it.

missing-author = The article names no author
    .why = Readers want to know who speaks, and search engines show it.
    .fix = Add “authors: [id]” to the front matter; the ids stand in content/_terms/authors.yaml.

missing-summary = The article has no summary
    .why = Cards, search engines and feeds show the beginning of the text instead, cut off.
    .fix = Add “summary:” to the front matter: what the article says, in one or two sentences.

doubled-word = The word “{ $word }” stands twice in a row
    .why = It looks like a slip.
    .fix = Remove one of the two. A word that is meant to be repeated has a hyphen in Indonesian.

long-sentence = A sentence of { $words } words
    .why = Sentences of more than { $most } words are hard to follow, also for those who listen.
    .fix = Divide it in two where a new thought begins.

long-summary = The summary has { $characters } characters; more than { $most } are cut off
    .why = Cards, search engines and feeds show only the beginning.
    .fix = Say in one or two sentences what the article says.

## Links to other sites

missing-fields = “{ $place }” requires: { $fields }
    .why = Without them the file would be refused at the next check.
    .fix = Run the command again with: { $example }

already-there = { $path } is already there
    .why = A command that begins something never writes over what someone has written.
    .fix = Choose another name, or edit what is there.

not-an-article = { $path } belongs to no article
    .why = This command works on the file or folder of an article below content/.
    .fix = Name a file such as content/stories/my-story/index.id.md, or its folder.

slug-taken = The address “{ $slug }” belongs to something else
    .why = Two pages cannot stand at one address, and an old address that leads elsewhere would be lost.
    .fix = Choose another slug.

nothing-there = “{ $target }” is no page or file of this publication
    .why = There is nothing to explain where nothing is.
    .fix = Name a file below content/, or an address as “kabar routes” lists it.

no-hub = There is no hub to tell
    .why = A hub passes news of feeds on at once; `kabar ping` has nobody to tell without one.
    .fix = Write the address of a WebSub hub under “feeds.hub” in kabar.yaml, and publish once more so that the feeds name it.

hub-refused = The hub { $hub } { $fault ->
        [status] answers with { $detail }
        [timeout] does not answer in time
        [host] cannot be found: the host does not exist or refuses
        [secure] has no connection that can be trusted: { $detail }
       *[other] cannot be reached: { $detail }
    } when told of { $feed }
    .why = Programs that follow this feed by the hub do not hear of its news yet.
    .fix = See that the feed is published at this address, and run “kabar ping” again: what was not taken is told again.

dead-external-link = { $url } { $fault ->
        [status] answers with { $detail }
        [timeout] does not answer in time
        [host] cannot be found: the host does not exist or refuses
        [secure] has no connection that can be trusted: { $detail }
       *[other] cannot be read: { $detail }
    }
    .why = Readers who follow the link find nothing. Sites are sometimes down for a while: look again before you change it.
    .fix = Correct the address, link to a copy (web.archive.org), or remove the link.

moved-external-link = { $url } has moved for good to { $to }
    .why = The old address leads there today, but not for ever.
    .fix = Write the new address.

## The command line

built = { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $bytes }, { $written } written, { $removed } removed, in { $time }
checked = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }{ $hints ->
        [0] {""}
        [one] , { $hints } hint
       *[other] , { $hints } hints
    }
written-files = { $count } files written to { $folder }
unknown-schema = There is no schema “{ $name }”. There are: { $known }.
diagnostics-of-file = { $file }: { $count } findings
failed = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }. Nothing was written; the output is as it was.
strict-refused = { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, and --strict allows none. Nothing was written; the output is as it was.
withheld-draft = { $file }: draft
withheld-embargo = { $file }: appears on { $date }
withheld-expired = { $file }: expired on { $date }
world-error = Kabar cannot go on: { $reason }
init-done = A new publication is in { $folder }. Build it with “kabar build --root { $folder }”.
init-exists = { $folder } already has something in it. Choose another folder, or empty this one first.
theme-complete = The theme “{ $name }” is complete.
theme-lacks-template = The template “{ $name }” is missing.
serve-listening = The preview is at { $url }. Stop with Ctrl+C.
serve-network = Other devices of this network see it at { $url }
serve-polling = The system does not tell of changes ({ $reason }), so Kabar looks for them twice a second.
serve-mended = All errors are mended.
serve-panic = A fault of Kabar itself: { $reason }. The preview goes on; please report it.
serve-world = The files cannot be read now: { $reason }. The preview shows what it last read.
preview-nothing = There is nothing to show yet
preview-not-found = There is nothing at this address
preview-refused = The preview does not answer to the name { $host }. Ask for it by its address: http://127.0.0.1, or the one that the terminal shows.
preview-panic = Kabar itself failed on this page
preview-panic-advice = Your texts are not to blame, and all other pages go on. Please report these words:
preview-counts = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
preview-more = { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
preview-old = This page is shown as it last was without errors
preview-draft = Draft: readers do not see this page
preview-coming = Readers see this page from { $date } on
watching = Waiting for changes. Stop with Ctrl+C.
progress-render = Rendering { $done } of { $total }

nothing-written = Nothing has been written.
nothing-to-do = There is nothing to do.
file-made = New: { $file }
file-changed = Changed: { $file }
pinged = { $count ->
        [0] { $hub } has been told nothing
        [one] { $hub } has been told of { $count } feed
       *[other] { $hub } has been told of { $count } feeds
    }.
would-ping = { $count ->
        [0] { $hub } would be told nothing
        [one] { $hub } would be told of { $count } feed
       *[other] { $hub } would be told of { $count } feeds
    }.
dry-run = This is what would be done; nothing has been written.
renamed-url = { $old } is now { $new }; the old address leads there.
renamed-file = { $old } is now { $new }
renamed-links = { $file }: { $count ->
    [one] one link
   *[other] { $count } links
} mended
ask-field = { $field } ({ $type }): { $about }
status-original = original
status-current = current
status-stale = stale
status-unpinned = unpinned
status-draft = draft
status-missing = missing
status-words = { $words } words
status-days = { $days ->
    [0] today
    [one] 1 day
   *[other] { $days } days
}
status-coming = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}
status-changed = { $count } of { $parts } parts changed
status-added = { $count } added
status-removed = { $count } removed
status-moved = { $count } moved
status-unknown-changes = the original has changed; no lock says which parts
status-empty = nothing
status-counts = Shown: { $counts }.
status-too-many = Not allowed: { $state } ({ $count }).
status-too-old = Not allowed: { $state } for more than { $days } days ({ $count }).
part-title = Title
part-summary = Summary
part-field = { $name }
part-block = Part { $number }
part-block-gone = Part
part-changed = changed
part-added = added
part-removed = removed
part-moved = moved
part-unknown = (the old text is not known)
difference-headings = headings
difference-pictures = pictures
difference-numbers = numbers
difference-dates = dates
difference-links = links
difference-counts = { $what }: { $original } in the original, { $translation } in the translation
difference-original = { $what } only in the original: { $original }
difference-translation = { $what } only in the translation: { $translation }
difference-both = { $what } only in the original: { $original }; only in the translation: { $translation }
board-title = Translations of { $site }
board-language = Language
board-state = State
board-words = Words
board-days = Days
board-people = People
board-notes = What to look at
explain-title = title
explain-source = file
explain-language = language
explain-type = type
explain-address = address
explain-withheld = withheld
explain-leads-to = leads to
explain-aliases = led to by
explain-template = template
explain-strings = strings
explain-strings-of = { $file } ({ $count })
explain-translation = translation
explain-listed = listed in
explain-linked = linked from
explain-draft = it is a draft
explain-embargo = it appears on { $date }
explain-expired = it expired on { $date }
because-language = { $lang } is not the language at the root
because-slug = “slug” in { $file }
because-name = the name of the folder or file: { $name }
because-declared = { $what ->
    [taxonomy] the taxonomy “{ $id }” in kabar.yaml
    [type] the content type “{ $id }” in kabar.yaml
    [combination] the combination “{ $id }” of feeds in kabar.yaml
    [partner] the partner “{ $id }” in kabar.yaml
   *[term] the term “{ $id }” in its register
}
because-word = languages.{ $lang }.paths.{ $key } in kabar.yaml
because-number = the number of the page or the year
because-file = every site has it there, or the file lies there
because-alias = “aliases” in { $file }
because-article-template = “template” in { $file }
because-type-template = the content type “{ $id }”
because-kind-template = pages of this kind have it
template-from = from { $file }
template-extends = which extends { $file }
scaffold-translate = translate
scaffold-state = State “draft” withholds the translation; write “reviewed” when readers may have it.
scaffold-body = Write here. Headings begin with ##; pictures lie beside this file. This note is never published.
scaffold-names = The same in every language until someone writes the others.
scaffold-theme = Looks like “{ $parent }” until something is changed. Use it with “theme: { $name }” in kabar.yaml.
scaffold-theme-template = Everything comes from “{ $parent }”; write blocks here for what is to be different.
scaffold-theme-strings = Write here the texts that are to be different from those of “{ $parent }”, such as: home = …

## Help

help = Builds bilingual news sites from Markdown.
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-argument-help = Print this help
help-argument-version = Print the version
help-argument-command = What to do
help-build = Write the whole site
help-check = Say everything that is wrong, write nothing
help-init = Begin a new publication
help-new = Begin an article, a section, a term or a theme
help-translate = Make the twin of an article in another language
help-status = Say how translations stand, and what has changed in their originals
help-explain = Say why a page is where it is and as it is
help-rename = Give an article another address, and mend what leads to it
help-argument-kind = A content type of the publication, or section, term or theme
help-argument-name = Its title or name
help-argument-set = A key and its value, as often as needed: --set city=Ambon
help-argument-section = The folder below content/ to put it into; that of its type by default
help-argument-language = Language of the article; for new, the one at the root by default
help-argument-taxonomy = The taxonomy of a new term
help-argument-draft = Whether readers wait: true unless --draft=false
help-argument-file = The file or folder of an article
help-argument-to = The language to translate to; the first that is missing by default
help-argument-types = Content types to show, with commas
help-argument-terms = Terms to show: regions=maluku
help-argument-programme = Terms of the taxonomy programmes to show
help-argument-languages = Languages to show, with commas
help-argument-states = States to show: original, current, stale, unpinned, draft, missing
help-argument-diff = Show what has changed in the originals, before and now
help-argument-mark = Say that these translations are up to date with their originals
help-argument-minor = With --mark: what has changed is of no weight, the translation stays as old as it is
help-argument-fail-on = End with 1 when there is such a state, or for longer: stale>14d,missing
help-argument-target = A file, a folder or an address
help-argument-new-slug = The new last part of its address
help-argument-dry-run = Show what would be done, and do nothing
help-serve = Show the site while you write it
help-ping = Tell the hub of feeds that have changed
help-routes = List every URL of the site
help-hosting = Print how a host is to send the site: media types, caching, what other sites may read
help-contract = Print what templates may see, as Markdown
help-argument-lang = Language of messages: id or en
help-argument-format = How diagnostics are written
help-argument-quiet = Say only what is wrong
help-argument-root = The publication's folder; the current one by default
help-argument-base-url = Address of the site, in place of the configured one
help-argument-drafts = Show drafts and articles that are still to come
help-argument-no-drafts = Show only what readers see
help-argument-port = Port of the preview; the next free one if it is taken
help-argument-open = Open the preview in the browser
help-argument-lan = Let other devices of the network see the preview
help-argument-now = The date or time to build for, in the site's zone
help-argument-strict = Refuse warnings as well
help-argument-output = Folder to write to; output/ in the publication by default
help-argument-watch = Build again whenever a file changes
help-argument-theme = Check the theme alone: what it lacks
help-argument-folder = The folder to make
help-argument-title = Title of the publication; the folder's name by default
help-argument-timezone = Time zone by its IANA name
help-argument-paths = Files and folders to report on; all by default
help-argument-all = Tell of all feeds, not only of those that have changed
help-argument-external = Ask other sites whether links to them still hold
help-argument-offline = Use no network: of other sites only what is remembered
help-schema = Write JSON Schemas for editing programs
help-completions = Print completions for a shell
help-man = Write manual pages
help-lsp = Talk with an editing program (Language Server Protocol)
help-argument-host = netlify, cloudflare, apache, nginx or caddy
help-argument-what = config, terms, media, section or a content type; all by default
help-argument-out = Folder to write to
help-argument-shell = The shell: bash, zsh, fish or powershell
help-argument-stdio = Talk over standard input and output: always so, and said by many editing programs
help-stem = Show the roots of words, as search finds them
help-argument-words = The words; from standard input when none is given
help-search = Search the publication as readers do
help-argument-query = What is asked for: words, "phrases", -word, tag:value; “-” reads a question from each line of standard input
help-argument-explain = Show what each word gave
help-argument-limit = How many answers are shown
search-corrected = “{ $word }” stands nowhere; searched for “{ $known }”.
search-partial = No page has all these words; these have some.
search-total = { $count ->
    [0] Nothing found in { $language }.
    [one] 1 page found in { $language }.
   *[other] { $count } pages found in { $language }.
}
search-facet = { $facet }: { $values }
search-also = Also in { $language } ({ $count }): kabar search --lang { $lang } '{ $question }'

## JSON Schemas

schema-config = kabar.yaml: the settings of a publication
schema-media = media.yaml: what is said of the files beside an article
schema-section = Front matter of a section
schema-terms = Register of a taxonomy
schema-front-title = The title.
schema-front-slug = The last part of the address; the name of the folder or file if left out.
schema-front-summary = Plain text for cards, search engines and feeds, about 200 characters.
schema-front-aliases = Old addresses that lead here.
schema-front-draft = True: withheld from readers.
schema-front-translation = Says that this file is a translation, and of what.
schema-front-original = The language that the article was written in: the same in all of its files. The file in that language is the original, the others are translations.
schema-front-of = The language of the original.
schema-front-source-hash = Pins what was translated; “kabar status --mark” writes it.
schema-front-translated-on = The day on which it was translated, or last brought up to date.
schema-front-state = Draft withholds the translation.
schema-front-translators = Ids of authors who translated.
schema-front-corrections = What was wrong and has been put right; readers see it, and it has a feed.
schema-front-corrected-on = The day on which it was put right.
schema-front-correction = What was wrong, and what is right.
schema-front-type = The content type; that of the folder if left out.
schema-front-id = What feed readers know the article by; never changed.
schema-front-date = When it appears: 2026-06-03, or with a time and a zone.
schema-front-updated = When it last changed.
schema-front-expires = When it is withdrawn.
schema-front-cover = A picture of the article's folder.
schema-front-licence = In place of the publication's licence.
schema-front-republish = True: others may republish it, whatever its licence says. False: no republishing page.
schema-front-feed = How much stands in feeds: full, summary (with a link), or none; none hides it from embeds too. By its rights if left out.
schema-front-contributed = Says that a contributor sent it in: true, or what they agreed to.
schema-contributed-agreement = The version of the agreement that the contributor signed.
schema-contributed-republish = True: the contributor lets others republish it. Without it nothing is given away.
schema-front-order = A whole number, for sections sorted by order.
schema-front-featured = True: lead story of the home page.
schema-front-template = Another template than the content type's.
schema-front-paginate-by = Articles on one page of the list.
schema-front-sort-by = The order of the list: date is newest first.
schema-term-name = What readers see.
schema-term-slug = The part of the address; the id if left out.
schema-term-parent = The id of the term above it.
schema-term-blurb = A sentence about it.
schema-term-aliases = Other names that articles may use.
schema-media-alt = What the picture shows, for those who do not see it.
schema-media-caption = The caption, in inline Markdown.
schema-media-credit = Who made it.
schema-media-licence = Its licence. Others may only republish it under an open one, such as CC-BY-4.0.
schema-media-republish = Whether others may republish it with the article, whatever its licence says.
schema-config-title = The publication's name.
schema-config-base-url = Scheme, host and, if the site is not at the root, path.
schema-config-timezone = IANA name of the zone in which dates are read, such as Asia/Makassar.
schema-config-languages = The languages, in the order of the language switch.
schema-config-description = What the publication is about.
schema-config-theme = The theme: its name, or its name and settings.
schema-config-publisher = Who publishes.
schema-config-licence = The licence of all articles: an SPDX id, an address, or words.
schema-config-republish = Whether others may republish articles that say nothing of it; by their licence if left out.
schema-config-paginate-by = Articles on one page of a list.
schema-config-feeds = What feeds contain.
schema-config-related = Related articles.
schema-config-markdown = How Markdown is read.
schema-config-hosting = What the host is told of sending the site.
schema-config-search = How readers search the site.
schema-config-content-types = The kinds of content and their fields, by id.
schema-config-taxonomies = Ways to group articles, by id.
schema-config-partners = Who shows the headlines on sites of their own, by an id that stands in the address of their page.
schema-config-menus = Menus by name, each a list of entries.
schema-config-lints = How much each lint matters to this publication.
schema-language-name = Its name in itself.
schema-language-root = True: served at /, the others at /code/.
schema-language-paths = The words that stand in addresses.
schema-paths-page = Before the number of a page of a list.
schema-paths-archive = Before the years.
schema-paths-type = Before a content type's own list.
schema-paths-search = The page where readers search.
schema-paths-feeds = Before the feeds of combinations.
schema-paths-republish = The page below an article where others take it along.
schema-paths-embed = The page beside a feed with snippets for sites of others.
schema-paths-partners = The page for partners, where no page of the publication has the template partners.html.
schema-paths-corrections = The folder of the feeds of corrections.
schema-theme-name = The name of a folder in themes/, or tenun.
schema-theme-settings = What the theme lets a publication choose.
schema-partner-name = The partner's name.
schema-partner-url = The partner's own site.
schema-partner-logo = A path in static/.
schema-partner-credit = A line that goes with the snippets, in each language.
schema-partner-feed = What they show: the id of a content type or of a combination, or one term by its taxonomy; everything if left out.
schema-publisher-name = The publisher's name.
schema-publisher-url = The publisher's own site.
schema-publisher-email = An address for readers.
schema-publisher-place = Where the publisher is.
schema-publisher-logo = A path in static/.
schema-feeds-items = Newest articles in a feed.
schema-feeds-formats = The formats of feeds.
schema-feeds-full-text = Whole articles, or summaries alone.
schema-feeds-terms = Every term has feeds of its own.
schema-feeds-embeds = Offer other sites a script, a page for frames and cards that show articles of this one.
schema-feeds-authority = The host name in the ids of items; the old one when the site has moved.
schema-feeds-hub = Address of a WebSub hub, which tells other programs of news at once.
schema-feeds-combinations = Feeds of what several terms have in common, by an id that you choose.
schema-feeds-harvest = Metadata of all articles for libraries (OAI-PMH) below /oai/.
schema-combination-type = A content type that the articles must have.
schema-combination-title = The title; the names of the terms if left out.
schema-combination-slug = The folder in the address; the id if left out.
schema-related-count = How many are shown.
schema-markdown-raw-html = Whether HTML may stand in Markdown.
schema-markdown-smart-punctuation = Typographic signs for straight ones.
schema-hosting-headers = Hosts whose file with headers is written into the site: netlify and cloudflare (_headers), apache (.htaccess). For nginx and Caddy: kabar hosting nginx, kabar hosting caddy.
schema-search-enabled = Whether there is a page to search on, with its index.
schema-search-words = Words that search would not know, by language: each is its own root, whatever it seems to begin or end with.
schema-search-exceptions = Words whose root no rule finds, by language, each with its root.
schema-content-type-name = One article of this kind.
schema-content-type-plural = Several of them.
schema-content-type-slug = The word in addresses.
schema-content-type-folder = Articles below this folder of content/ are of this type.
schema-content-type-in-listings = False: in no list, feed or archive.
schema-content-type-own-listing = True: a list and feeds of the type itself.
schema-content-type-structured-data = What search engines are told it is.
schema-content-type-template = The template that shows it.
schema-content-type-fields = What articles of this type may say in their front matter.
schema-taxonomy-name = The name of all its terms together.
schema-taxonomy-singular = The name of one.
schema-taxonomy-slug = The word in addresses.
schema-taxonomy-roll-up = True: parents list the articles of their children too.
schema-taxonomy-fields = What its terms may say besides name and blurb.
schema-field-type = What the field holds.
schema-field-values = The values of an enum.
schema-field-taxonomy = The taxonomy of a term.
schema-field-fields = The fields of an object.
schema-field-of = The type of a list's items.
schema-field-description = What editors are told about it.
schema-field-required = True: it must be there.
schema-field-translated = True: each language has its own.
schema-field-default = What it is when nothing is written.
schema-menu-page = An article or section, by its path below content/.
schema-menu-taxonomy = The page of a taxonomy.
schema-menu-url = An address elsewhere; it needs a title.
schema-menu-title = In place of the page's own title.
schema-shortcode-quote = What somebody said.
schema-shortcode-key-figures = Numbers that tell the story, each with its source.
schema-shortcode-figure = A picture with its caption.
schema-shortcode-gallery = Pictures that belong together.
schema-shortcode-video = A film on another site: a link with a picture, nothing is loaded unasked.
schema-shortcode-download = A file to take along.
schema-shortcode-note = A box beside the text.
schema-argument-text = The text, in Markdown.
schema-argument-speaker = Who said it.
schema-argument-role = The speaker’s position or role.
schema-argument-organisation = The speaker’s institution.
schema-argument-source = Where it comes from.
schema-argument-title = The title.
schema-argument-items = The figures.
schema-argument-value = The number, as written.
schema-argument-unit = The unit.
schema-argument-label = What is measured.
schema-argument-year = The year or month the figure stands for.
schema-argument-image = A picture beside the article.
schema-argument-alt = What the picture shows, for those who do not see it.
schema-argument-caption = The caption, in inline Markdown.
schema-argument-credit = Who made it.
schema-argument-licence = Its licence, in place of the article’s.
schema-argument-width = How wide the picture is shown.
schema-argument-images = The pictures.
schema-argument-url = The film’s address.
schema-argument-poster = A picture shown in its place.
schema-argument-duration = How long it lasts: "3:20".
schema-argument-language = The language that is spoken.
schema-argument-file = A file beside the article.
schema-argument-description = What the file holds.
schema-argument-kind = What kind of note it is.

## The manual

manual-title = Problems
manual-intro = Everything that “kabar check” can say, made of the catalogue of the program. What stands between ‹ and › differs from case to case.
manual-lints = Lints
manual-lints-intro = Warnings and hints. A publication decides how much each matters, in kabar.yaml: “lints: {"{"} missing-author: warning {"}"}”, with “off”, “hint”, “warning” or “error”. Warnings are refused by “--strict”, hints never.
manual-errors = Errors
manual-errors-intro = While one of these stands, nothing is written.

# what editing programs are told
lsp-required = required
lsp-articles = Articles: { $count }
lsp-terms = Terms: { $count }
lsp-withheld = not published yet
lsp-is-draft = a draft: withheld
lsp-is-to-come = its date is still to come: withheld
lsp-is-expired = expired: withheld
lsp-undeclared = not in the register
lsp-see-also = See also { $file }
lsp-fix-replace = Replace with “{ $text }”
lsp-fix-add-key = Add the key “{ $text }”
lsp-fix-remove-key = Remove the key “{ $text }”
lsp-fix-add-term = Add “{ $text }” to { $file }
lsp-fix-heading = Begin the heading with { $text }
lsp-fix-source-hash = The translation has been brought up to date
lsp-fix-front-matter = Add front matter

## The desk
desk-name = Editorial desk
desk-skip = To the content
desk-overview = Overview
desk-translations = Translations
desk-calendar = Calendar
desk-problems = Problems
desk-links = Links and pictures
desk-advice = Advice
desk-routes = Addresses
desk-why = Why?
desk-show = Show
desk-all = all
desk-nothing = The publication cannot be shown until its errors are mended.
desk-checked = The whole site has been checked as it is now.
desk-checking = The whole site is being checked; more may be found. Load the page again in a moment.
desk-errors = { $count ->
    [one] error
   *[other] errors
}
desk-warnings = { $count ->
    [one] warning
   *[other] warnings
}
desk-hints = { $count ->
    [one] hint
   *[other] hints
}
desk-one-error = Error
desk-one-warning = Warning
desk-one-hint = Hint
desk-state-stale = { $count ->
    [one] translation behind its original
   *[other] translations behind their originals
}
desk-state-draft = { $count ->
    [one] draft
   *[other] drafts
}
desk-state-missing = { $count ->
    [one] translation missing
   *[other] translations missing
}
desk-state-unpinned = { $count ->
    [one] translation of an unknown state
   *[other] translations of an unknown state
}
desk-count-published = published
desk-count-scheduled = to appear
desk-count-expires = to expire
desk-count-events = { $count ->
    [one] event to come
   *[other] events to come
}
desk-count-drafts = { $count ->
    [one] draft
   *[other] drafts
}
desk-addresses = { $count ->
    [one] address
   *[other] addresses
}
desk-severity = How bad
desk-code = Kind
desk-file = File
desk-found = { $count ->
    [0] Nothing found.
    [one] 1 found.
   *[other] { $count } found.
}
desk-publication = The publication
desk-type = Content type
desk-term = Term
desk-compare = compare
desk-no-such = There is nothing called “{ $what }”.
desk-no-changes = The original is as it was when it was translated.
desk-published = published
desk-scheduled = appears
desk-expires = expires
desk-event = event
desk-draft = draft
desk-today = Today is { $date }, { $zone }.
desk-now = today
desk-earlier = Show earlier months
desk-fewer = Leave out earlier months
desk-undated = Without a date
desk-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
desk-kind = Kind
desk-text = Part of the address
desk-address = Address
desk-made-of = Made of
desk-why-of = Why { $what }?
desk-addresses-found = { $count ->
    [one] 1 address.
   *[other] { $count } addresses.
}
desk-before = Before
desk-after = After
desk-page = Page { $page } of { $last }
desk-of = File or address
desk-why-how = Write a file, such as content/a/index.id.md, or an address of the site.

help-cms = Set up a Git-based CMS: forms in the browser that write into your repository
help-argument-vendor = The program: sveltia or decap
help-argument-backend = Where texts are kept: github, gitlab, git-gateway (Decap only), or trial: nowhere, to try the forms
help-argument-repository = The repository, as owner/name
help-argument-branch = The branch that is written to
help-argument-auth = Address of the service that lets editors in
help-argument-local = Work on the files of this machine as well (Decap, with its own proxy)
help-argument-script = Where the page finds the program; beside itself by default
help-argument-mark-originals = Write into every original which language it was written in
help-argument-force = Write over files that others made

cms-generated = Made from kabar.yaml and the registers of terms. Do not edit: run “kabar cms” again when they have changed.
cms-no-script = The editing program needs JavaScript.
cms-script-missing = The editing program ({ $file }) is not here. Put it beside this page; “kabar cms” says where to get it.
cms-next-sveltia = Now get Sveltia CMS from its makers (sveltiacms.app; the package is called @sveltia/cms) and put its file dist/sveltia-cms.js into { $folder }. It takes its fonts from other hosts by itself. With --script URL the page takes it from an address of your choice.
cms-next-decap = Now get Decap CMS from its makers (decapcms.org; the package is called decap-cms) and put all files of its folder dist/ into { $folder }. Nothing is then loaded from others. With --script URL the page takes it from an address of your choice.
cms-backend-repository = Where is the repository? “{ $name }” needs it: add --repository OWNER/NAME.
cms-backend-vendor = “{ $name }” is not a place that this program can write to. Sveltia knows github, gitlab and trial; Decap knows git-gateway as well.
cms-foreign = { $name } was not made by “kabar cms”, so it is left as it is. Choose another folder with --out, or write over it with --force.
cms-unmarked =
    { $count ->
        [one] One article does not say in which language it was written (“original: id”), so the forms cannot show it.
       *[other] { $count } articles do not say in which language they were written (“original: id”), so the forms cannot show them.
    } Run “kabar cms” with --mark-originals to have it written into the originals.
cms-marked =
    { $count ->
        [one] One original now says in which language it was written.
       *[other] { $count } originals now say in which language they were written.
    }
cms-unmarkable = { $name } was left as it is, because its front matter does not have one key a line: write “original: { $lang }” into it yourself.

cms-item = Entry
cms-title = Title
cms-slug = Address
cms-slug-pattern = Small letters, digits and single hyphens, such as three-lessons
cms-summary = Summary
cms-aliases = Old addresses
cms-draft = Draft
cms-body = Text
cms-body-hint = Markdown, as in the files.
cms-date = Date
cms-updated = Updated
cms-expires = Expires
cms-cover = Cover picture
cms-licence = Licence
cms-feed = In feeds
cms-order = Order
cms-featured = Lead story
cms-translators = Translators
cms-corrections = Corrections
cms-corrected-on = Corrected on
cms-correction = Correction
cms-translation = Translation
cms-translation-hint = Only in a translation; leave it empty in the original.
cms-state = State
cms-source-hash = Hash of the original
cms-paginate-by = Articles on a page
cms-sort-by = Order of the list
cms-sections = Sections
cms-home = Home page
cms-single-files = single files
cms-terms = Terms
cms-terms-hint = To add a term, write it into its file in content/_terms and run “kabar cms” again.
cms-name = Name
cms-blurb = Description
cms-term-aliases = Other names
cms-parent = Below
cms-same = The same in all languages
cms-each = Different in each language
cms-add = Add
cms-remove = Remove
cms-url = A whole web address, with https://
cms-moment = A date such as 2026-06-16, or with a time and a zone: 2026-06-16T09:00 Asia/Jakarta
cms-email = An e-mail address
