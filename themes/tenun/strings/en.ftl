## The page's frame

skip-to-content = Skip to content
main-menu = Main menu
footer-menu = All sections
breadcrumbs = You are here
home = Home
draft = Draft
back-home = To the home page

## Languages. A language's name is written in the reader's language.

language-name = { $code ->
    [id] Indonesian
    [en] English
   *[other] { $name }
}
also-in = Also in
only-in-language = In { language-name }
also-available = Also available in
translated-from = Translated from { language-name }.
read-original = Read the original
read-in = Read it in { language-name }
stale-title = The original has changed.
stale-text = This translation does not yet include its latest changes.
stale-text-dated = This translation of { $date } does not yet include its latest changes.
more-in-language = { $number } more in { language-name }
untranslated-title = Not translated yet
untranslated-description = So far this article is available only in { language-name }.
untranslated-text = This article is not available in English yet. For now you can read it in { language-name }.

## Home

newest = Newest
coming-events = Coming events
programmes = Programmes
by-region = By region
about-site = About { $site }
contribute = Send us your writing
contribute-write = Write down one experience and one lesson that others can use.
contribute-read = Read the submission agreement.
contribute-send = Send your article as one file.
contribute-how = How to submit an article
subscribe = Follow new articles
subscribe-text = Add one of these feeds to your feed reader, and new articles come to you without signing up and without tracking.
feeds = Feeds
feed-format = { $format ->
    [rss] RSS
    [atom] Atom
    [json] JSON Feed
   *[other] { $format }
}

copy = Copy
copied = Copied

## Listings

article-count = { $count ->
    [0] No articles yet
    [one] { $number } article
   *[other] { $number } articles
}
page-of = page { $page } of { $total }
feed-of-listing = Follow “{ $name }” by RSS
browse = Browse by region, programme and topic
subsections = Sections
by-year = By year
part-of = Part of
listing-empty = No articles here yet.
pages = Pages
page = Page
page-number = Page { $number }
newer = Newer
older = Older
archive-title = Archive
year-title = Articles of { $year }

## Articles

by = By
translated-by = Translated by
updated = Updated
reading-time = { $minutes } minute read
contents = Contents
photo-credit = Credit: { $credit }
licence = Licence:
all-rights-reserved = All rights reserved
more-about = More about
share = Share
email = E-mail
related = Read also
neighbours = Articles before and after
previous-article = Previous
next-article = Next

## Learning stories

place = Place
period = Period
lessons = { $count ->
    [one] The main lesson
   *[other] { $count } main lessons
}

## Success cases

problem = Problem
approach = What was done
result = Result
key-figures = Key figures
key-figure-source = source: { $source }
replication = Repeating it elsewhere

## Event reports

event = About the event
event-time = When
event-place = Where
event-organiser = Organiser
corrections = Corrections
event-save = Save to your calendar
event-follow = Calendar of all events
event-scheduled = Upcoming
event-postponed = Postponed
event-cancelled = Cancelled
until = to
speakers = Speakers
agenda = Programme
participants = Present
documents = Documents

## Pages that are not there

not-found-title = Page not found
not-found-text = No page has this address. The article may have moved, or the address may be mistyped.

## Searching. Braces with {n}, {question}, {words} and {name} are filled while readers search.

search-submit = Search
search-hint = Related forms are found too: “planning” also finds “planned”. Put phrases in quotes: "village fund".
search-needs-script = Search needs JavaScript, which is off in this browser. You can still browse all articles below.
search-browse = Browse
search-by-type = By type
search-all-terms = See all ({ $number })
search-loading = Searching…
search-count = { $count ->
    [one] { $number } result
   *[other] { $number } results
}
search-none = Nothing matches “{ $question }”.
search-none-hint = Try other or more general words, or remove filters.
search-corrected = Showing results for “{ $words }”.
search-instead = Search for “{ $words }” instead
search-partial = No article has all of these words. These have some of them.
search-offline = You are offline. The search goes on when you are connected again.
search-error = The search could not be loaded.
search-retry = Try again
search-more = Show more
search-also = Also in { $name } ({ $number })
search-filters = Filter
search-remove = Remove the filter { $name }
search-clear = Remove all filters
search-recent = Recent searches

## Asked for by the engine

search-title = Search
search-in = Search { $site }

callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
anchor-label = Link to the section “{ $title }”
footnotes = Footnotes
footnote-reference = Footnote { $number }
footnote-back = Back to reference { $number }
table-label = Table
gallery-label = Photo gallery
download-detail = { $type } · { $size }
video-label = Watch the video: { $title }
feed-all-title = { $site }: all articles
feed-corrections-title = { $site }: corrections
correction-title = Correction: { $title }
feed-title = { $site }: { $name }
feed-in-browser = This is a feed, for programs that read news. Copy the address of this page into a feed reader or your own website, and every new article will appear there.
redirect-title = This page has moved
redirect-text = This page has moved to a new address:

# Republishing an article
republish = Republish this article
republish-title = Republish: { $title }
republish-by = By { $names }.
republish-translated-by = Translated by { $names }.
republish-first = First published by { $site }, { $date }
republish-first-undated = First published by { $site }
republish-licence = Licence: { $name }.
republish-allowed = You may republish this article, on these conditions:
republish-keep-credit = Name the authors and { $site }, and keep the link to this article. Both stand in the texts below.
republish-keep-text = Leave the text as it is.
republish-keep-from-trade = Do not use it for commercial purposes.
republish-share-alike = What you make of it must be under the same licence.
republish-not-allowed = This article is not offered for republishing
republish-no-consent = Its author has given it to { $site } and has not agreed that others republish it.
republish-refused = { $site } keeps this article to itself.
republish-reserved = All rights are reserved.
republish-unknown-licence = It has a licence of its own. Read it, or ask { $site }.
republish-no-licence = { $site } has not said under which licence others may republish it. Ask before you do.
republish-point = Point to it instead
republish-take = Take it along
republish-html = HTML
republish-markdown = Markdown
republish-text = Plain text
republish-left-out = Pictures that stay here
republish-left-out-text = These are not in the texts above:
republish-picture-refused = not to be republished
republish-picture-licence = its licence does not allow it: { $name }
republish-picture-no-licence = it has no licence of its own
republish-cite = Cite it
republish-cite-text = Names stand as their bearers write them.
republish-back = Back to the article

# Showing a feed on sites of others
snippets-title = { $name } on your site
snippets-source = Source: { $name }
snippets-offer = Show on your site
snippets-intro = { $count ->
    [0] Copy one of these into a page of your own site. Nobody has to register, and your readers are not tracked.
    [one] Copy one of these into a page of your own site: it shows the newest headline, with a link. Nobody has to register, and your readers are not tracked.
   *[other] Copy one of these into a page of your own site: it shows the { $number } newest headlines, each with a link. Nobody has to register, and your readers are not tracked.
}
snippets-take = Three ways
snippets-element = With a small script
snippets-element-hint = New headlines appear by themselves. If your site filters scripts, the links written inside stay.
snippets-frame = As a frame (iframe), without a script
snippets-frame-hint = New headlines appear by themselves too. Height and width are yours to change.
snippets-links = As links only
snippets-links-hint = Every site lets them through, but they stay as they are: copy them again from time to time.
snippets-addresses = Addresses of this feed
snippets-addresses-text = For the feed block of your website system, for news readers, and for programs of your own.
snippets-back = To the page “{ $name }”

# The page for partners
partners-title = Feeds and partners
partners-description = All feeds in one place, how to show the newest headlines on a site of your own, and the rules for republishing.
partners-corrections = Corrections
partners-what = What a feed is
partners-what-text = A feed is a file with the { $items } newest articles, read by programs: a news reader, another site, a small script. Anyone may fetch it, without registering.
partners-what-formats = RSS suits almost every website system and news reader. Atom has the same content, for systems that prefer it. JSON Feed is for scripts of your own.
partners-build = Build a snippet for your site
partners-build-text = Choose a feed and how it looks, see what becomes of it, and copy one of the snippets. Only choices that have a feed are offered.
partners-language = Language
partners-kind = Kind of article
partners-any = All
partners-limit = Number of headlines
partners-heading = Heading above (may be left out)
partners-theme = Colours
partners-theme-site = Those of your site
partners-theme-light = Light
partners-theme-dark = Dark
partners-theme-auto = As the reader’s device is set
partners-pictures = With pictures
partners-summary = With summaries
partners-reset = Start again
partners-preview = What becomes of it
partners-chosen = Chosen feed: { $name }
partners-failed = The feed could not be loaded. Check your connection, then change a choice to try again.
partners-frame-hint = New headlines appear by themselves too. It always shows eight of them, in the colours that the reader’s device is set to.
partners-feeds = All feeds
partners-feeds-text = Each has its addresses, and a page of snippets that are ready to be copied.
partners-group = { $kind ->
    [all] All articles
    [sections] Sections
    [types] Kinds of articles
    [combinations] Several at once
    [corrections] Corrections
   *[other] { $kind }
}
partners-format = { $format ->
    [rss] RSS
    [atom] Atom
   *[json] JSON
}
partners-feed = Feed
partners-address = Addresses
partners-code = Snippets
partners-copy-address = Copy the address of
partners-everything = All languages together:
partners-calendar = Calendar of all events (iCalendar)
partners-opml = List of all feeds, for news readers (OPML)
partners-wordpress-code = Snippets: edit the page, add a block “Custom HTML”, paste the snippet with the script, and publish.
partners-wordpress-filter = Only administrators and editors may publish scripts and frames, on networks of sites only their administrators. For everyone else WordPress filters them when the page is saved. What is left are the links inside the snippet, and they work.
partners-wordpress-feed = Without a snippet: add the block “RSS” and paste an RSS address from the list above. WordPress fetches it twice a day.
partners-wordpress-article = A single article: paste its address on a line of its own. Its title appears as a link.
partners-drupal-code = Snippets: edit the page, choose the text format “Full HTML”, open the source, and paste the snippet.
partners-drupal-filter = “Basic HTML” and “Restricted HTML” leave the links alone. If the editor removes the element even in “Full HTML”, add kabar-feed to the elements that its source editing allows. The media library takes frames only of services that it knows.
partners-drupal-feed = Without a snippet: the modules Aggregator and Feeds fetch an RSS address regularly. Each article has an id that stays, so nothing is imported twice.
partners-rules = Rules for republishing
partners-rules-headlines = Titles and summaries with a link to the article: welcome, without asking.
partners-rules-article = Whole articles: below each stands a link “Republish this article”. It leads to a page that says whether you may, on which conditions, and has the text ready to be copied.
partners-rules-ask = Whole articles: ask { $site } first.
partners-rules-licence = Where an article says nothing else, its licence is
partners-rules-pictures = Pictures: under the licence written beneath them. Without one they are not to be republished.
partners-notes = Technical notes
partners-note-items = A feed holds at most { $items } articles, the newest first. Its file changes only when they do.
partners-note-ids = Each article has an id (guid) that stays when its title or address changes. Recognise by it what you already have.
partners-note-addresses = All addresses in a feed are complete.
partners-note-hourly = Fetch a feed once an hour at most, and with If-None-Match or If-Modified-Since, so that nothing is sent twice.
partners-note-policy = The script reads the feed straight from this site (CORS), sets no cookies and tells nobody whose page it stands on. If your site has a content security policy, its script-src and connect-src must allow this address, for the frame its frame-src:
partners-note-corrections = Corrections have a feed of their own. Follow it if you republish articles.
partners-note-archives = Older articles stand in archives that the feed names (RFC 5005).
partners-note-hub = Programs that speak WebSub hear of new articles at once from
partners-note-harvest = Metadata of all articles for libraries (OAI-PMH)
partners-all = All feeds and ways to show them
partners-members = Partners
partner-intro = This partner shows “{ $name }”. Here are its newest articles, and snippets that are ready for their site.
partner-site = Site of { $name }
