//! Everything that can be wrong, one variant each: plain data, no text.
//!
//! A variant's code names its texts in both catalogues; a field called `nearest` is the
//! suggestion that every face shows in the same words.

use super::kind::{Argument, ProblemKind, Severity};

macro_rules! problems {
    ($($(#[$doc:meta])* $severity:ident $code:literal $name:ident { $($field:ident : $type:ty),* }),+ $(,)?) => {
        /// Everything that can be wrong with a publication.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem {
            $($(#[$doc])* $name { $($field: $type),* },)+
        }

        impl Problem {
            /// The codes of all problems, in the order of their declaration.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// All problems as kinds, in the order of their declaration.
            pub const KINDS: &'static [ProblemKind] = &[$(ProblemKind {
                code: $code,
                severity: Severity::$severity,
                fields: &[$(stringify!($field)),*],
            }),+];

            /// The permanent name, the same in every language.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)+ }
            }

            /// How much it matters by itself.
            pub fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity,)+ }
            }

            /// What its texts may show, by name.
            pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
                match self {
                    $(Self::$name { $($field),* } => vec![$((stringify!($field), Argument::from($field))),*],)+
                }
            }
        }
    };
}

problems! {
    // reading files
    /// `kabar.yaml` is not there. `folder` is where it was looked for.
    Error "config-missing" ConfigMissing { folder: String },
    /// The file cannot be read. `reason` is the system's.
    Error "file-unreadable" FileUnreadable { reason: String },
    /// The text is not UTF-8.
    Error "not-utf8" NotUtf8 {},
    /// A text file is larger than `limit` bytes.
    Error "file-too-large" FileTooLarge { bytes: usize, limit: usize },
    /// A file's name is not Unicode, or has a character that other systems refuse.
    Error "file-name" FileName { name: String },
    /// A symbolic link leads out of the publication.
    Error "link-outside" LinkOutside { name: String },
    /// A Markdown file's name does not say its language.
    Error "file-without-language" FileWithoutLanguage { name: String, languages: String },
    /// A file name carries a language that `kabar.yaml` does not declare.
    Error "undeclared-language" UndeclaredLanguage { lang: String, nearest: Option<String> },
    /// Two files stand for the same article in the same language.
    Error "duplicate-source" DuplicateSource { name: String },

    // YAML
    /// The YAML cannot be read. `reason` is the parser's.
    Error "yaml-syntax" YamlSyntax { reason: String },
    /// A YAML block is larger than `limit` bytes.
    Error "yaml-too-large" YamlTooLarge { bytes: usize, limit: usize },
    /// A YAML block nests deeper than `limit`.
    Error "yaml-too-deep" YamlTooDeep { limit: usize },
    /// Aliases grow a YAML block beyond `limit` values.
    Error "yaml-aliases" YamlAliases { limit: usize },
    /// A key stands twice in one mapping.
    Error "duplicate-key" DuplicateKey { key: String },
    /// A key that nobody declared. `place` names what it stands in.
    Error "unknown-key" UnknownKey { key: String, place: String, nearest: Option<String> },
    /// A required key is missing.
    Error "missing-key" MissingKey { key: String, place: String },
    /// A value has another type than the key's. Both are names of types, see the catalogue.
    Error "wrong-type" WrongType { key: String, expected: String, found: String },
    /// A value is not one of those allowed.
    Error "not-allowed" NotAllowed { key: String, value: String, allowed: String, nearest: Option<String> },
    /// A text that must not be empty is.
    Error "empty-text" EmptyText { key: String },
    /// A number is outside of its range.
    Error "out-of-range" OutOfRange { key: String, value: String, least: usize, most: usize },

    // values
    /// Not a date in the form `2026-06-16`.
    Error "date-form" DateForm { value: String },
    /// The form of a date, but not a day of the calendar.
    Error "no-such-date" NoSuchDate { value: String },
    /// Not a time zone.
    Error "unknown-timezone" UnknownTimezone { value: String, nearest: Option<String> },
    /// Not an absolute http or https URL.
    Error "invalid-url" InvalidUrl { value: String },
    /// A URL with a scheme that runs code in the reader's browser.
    Error "unsafe-url" UnsafeUrl { value: String },
    /// Not an e-mail address.
    Error "invalid-email" InvalidEmail { value: String },
    /// Not a language tag.
    Error "invalid-language" InvalidLanguage { value: String },
    /// Not a slug; `nearest` is one.
    Error "invalid-slug" InvalidSlug { value: String, nearest: Option<String> },
    /// An alias that is not a path of the site.
    Error "invalid-alias" InvalidAlias { value: String },

    // kabar.yaml
    /// No language is declared.
    Error "no-languages" NoLanguages {},
    /// Not exactly one language is served at the root.
    Error "root-language" RootLanguage { count: usize },
    /// A localised text lacks a language.
    Warning "text-without-language" TextWithoutLanguage { key: String, lang: String },
    /// A localised text has a language that is not declared.
    Error "text-in-undeclared-language" TextInUndeclaredLanguage { lang: String, nearest: Option<String> },
    /// What search is to take for one word is none, or several.
    Error "search-word" SearchWord { word: String },
    /// A content type that is not declared.
    Error "unknown-content-type" UnknownContentType { name: String, nearest: Option<String> },
    /// A feed of a combination of fewer than two things.
    Error "feed-combination" FeedCombination { id: String, count: usize },
    /// A partner asks for a feed that is not there.
    Error "partner-feed" PartnerFeed { partner: String, feed: String, nearest: Option<String> },
    /// A term of a combination, or of a partner, that no register has.
    Error "feed-term" FeedTerm { taxonomy: String, term: String, nearest: Option<String> },
    /// A taxonomy that is not declared.
    Error "unknown-taxonomy" UnknownTaxonomy { name: String, nearest: Option<String> },
    /// A field has the name of a built-in key or of a taxonomy.
    Error "reserved-field" ReservedField { key: String },
    /// A menu entry leads nowhere.
    Error "menu-target" MenuTarget { target: String, nearest: Option<String> },
    /// Not the base URL of a site. `fault` is `scheme`, `host`, `tail` or `path`.
    Error "base-url" BaseUrl { value: String, fault: String, nearest: Option<String> },
    /// A menu entry has not exactly one of `page`, `taxonomy` and `url`, but `count` of them.
    Error "menu-entry" MenuEntry { count: usize },

    // front matter
    /// The file does not begin with front matter.
    Error "front-matter-missing" FrontMatterMissing {},
    /// The front matter has no closing line.
    Error "front-matter-unclosed" FrontMatterUnclosed {},
    /// A translation says something else than the original about a shared field.
    Error "shared-field" SharedField { key: String, original: String },
    /// Two files of one article both claim to be the original.
    Error "two-originals" TwoOriginals { name: String },
    /// All files of an article claim to be translations.
    Error "no-original" NoOriginal { name: String },
    /// A translation names a language that has no original.
    Error "translation-of" TranslationOf { lang: String, original: String },
    /// A file says that it is the original, and that it is a translation.
    Error "original-translated" OriginalTranslated { lang: String },
    /// A translation's file is there, but nobody has begun to translate.
    Hint "translation-empty" TranslationEmpty { lang: String },
    /// The original changed since it was translated. `now` is its present hash.
    Warning "stale-translation" StaleTranslation { lang: String, now: String },
    /// The lock of a translation cannot be read.
    Warning "translation-lock" TranslationLock { name: String },
    /// A licence that looks like an id is none that is known.
    Warning "unknown-licence" UnknownLicence { value: String, nearest: Option<String> },
    /// A contribution is given away without its author's consent. `key` does it.
    Error "republish-without-consent" RepublishWithoutConsent { key: String },
    /// An article refuses what its licence gives to everyone.
    Warning "republish-against-licence" RepublishAgainstLicence { licence: String },
    /// A folder of articles has no `_section` file in a language.
    Warning "section-without-text" SectionWithoutText { section: String, lang: String },

    // terms
    /// A term that its register does not have.
    Warning "undeclared-term" UndeclaredTerm { taxonomy: String, term: String, nearest: Option<String> },
    /// A term's parent is not in the register.
    Error "unknown-parent" UnknownParent { parent: String, nearest: Option<String> },
    /// A term is its own ancestor.
    Error "term-cycle" TermCycle { term: String },
    /// Two terms answer to one name.
    Error "duplicate-term" DuplicateTerm { name: String },

    // references
    /// A link to an article, section or term that does not exist.
    Error "broken-reference" BrokenReference { target: String, nearest: Option<String> },
    /// A link by name that several articles answer to.
    Error "ambiguous-reference" AmbiguousReference { target: String, matches: String },
    /// A link to an anchor that the page does not have.
    Error "broken-anchor" BrokenAnchor { anchor: String, page: String, nearest: Option<String> },
    /// A link or file path that leads out of the publication.
    Error "outside-tree" OutsideTree { target: String },
    /// A link or field names a file that is not there.
    Error "missing-file" MissingFile { target: String, nearest: Option<String> },
    /// A field wants an image and names another kind of file.
    Error "not-an-image" NotAnImage { target: String },
    /// A link leads to an article that is withheld.
    Error "reference-to-withheld" ReferenceToWithheld { target: String, reason: String },
    /// `media.yaml` describes a file that is not there.
    Error "media-entry" MediaEntry { name: String, nearest: Option<String> },
    /// A picture without a text for those who do not see it.
    Warning "missing-alt" MissingAlt { image: String },
    /// A picture that cannot be decoded.
    Error "image-unreadable" ImageUnreadable { reason: String },

    // Markdown
    /// A shortcode that does not exist.
    Error "unknown-shortcode" UnknownShortcode { name: String, nearest: Option<String> },
    /// Raw HTML where the publication forbids it.
    Error "raw-html" RawHtml {},
    /// A heading of the first level in a body.
    Warning "first-level-heading" FirstLevelHeading { title: String },
    /// Two headings with the same declared id.
    Error "duplicate-anchor" DuplicateAnchor { anchor: String },
    /// A footnote reference without a footnote.
    Error "missing-footnote" MissingFootnote { label: String, nearest: Option<String> },
    /// A footnote that nothing refers to.
    Warning "unused-footnote" UnusedFootnote { label: String },
    /// A formula that cannot be set.
    Error "math" Math { reason: String },
    /// A code block in a language that cannot be coloured.
    Warning "unknown-code-language" UnknownCodeLanguage { name: String, nearest: Option<String> },
    /// Attributes `{…}` that cannot be read, or one that is not known.
    Error "attributes" Attributes { text: String },
    /// A heading that is more than one level below the one before it.
    Warning "skipped-heading-level" SkippedHeadingLevel { title: String, level: usize, expected: usize },

    // data files
    /// A data file cannot be read. `format` is YAML, JSON, TOML or CSV.
    Error "data-syntax" DataSyntax { format: String, reason: String },
    /// Two data files have the same name for templates.
    Error "data-name" DataName { name: String },

    // themes
    /// The theme is not there.
    Error "unknown-theme" UnknownTheme { name: String, nearest: Option<String> },
    /// The theme was made for another template contract.
    Error "theme-contract" ThemeContract { wanted: String, provided: String },
    /// A theme is its own ancestor.
    Error "theme-cycle" ThemeCycle { name: String },
    /// A template cannot be compiled.
    Error "template-syntax" TemplateSyntax { reason: String },
    /// A template failed while `page` was rendered.
    Error "template-error" TemplateError { page: String, reason: String },
    /// A template that is asked for is not there.
    Error "missing-template" MissingTemplate { name: String, nearest: Option<String> },
    /// The theme has no page to search on.
    Hint "theme-without-search" ThemeWithoutSearch { theme: String },
    /// An override of the publication replaces nothing.
    Error "useless-override" UselessOverride { name: String, nearest: Option<String> },
    /// A string is missing in a language.
    Error "missing-string" MissingString { key: String, lang: String },
    /// A theme has no strings for a language of the publication.
    Error "missing-strings" MissingStrings { lang: String, theme: String },
    /// A Fluent file cannot be read.
    Error "string-syntax" StringSyntax { reason: String },

    // URLs
    /// Two things claim one URL.
    Error "claimed-twice" ClaimedTwice { url: String },
    /// A URL that only the generator may claim.
    Error "reserved-url" ReservedUrl { url: String },

    // the site as it is rendered
    /// A rendered page leads to an address of the site that does not exist.
    Warning "dead-link" DeadLink { target: String, page: String },
    /// A rendered page leads to a place that another page does not have.
    Warning "dead-anchor" DeadAnchor { target: String, page: String },
    /// A page names another language of itself, which does not name it back.
    Warning "one-sided-alternate" OneSidedAlternate { page: String, other: String },
    /// A feed, drawing or other XML file is not well-formed.
    Warning "xml-syntax" XmlSyntax { url: String, reason: String },
    /// An address in a feed that is not whole.
    Warning "feed-relative-url" FeedRelativeUrl { feed: String, target: String },
    /// A host reads less of a file than stands in it. `fault` is `rules` or `redirects` when there are
    /// too many, `header` or `redirect` when the line of one is too long.
    Warning "host-limit" HostLimit { file: String, host: String, fault: String, count: usize, limit: usize },
    /// The headings of a rendered page are no outline. `fault` is `none`, `several` or `skipped`.
    Warning "heading-outline" HeadingOutline { page: String, fault: String, level: usize },
    /// A page weighs more than it may. `culprit` is its largest part.
    Warning "heavy-page" HeavyPage { page: String, bytes: usize, limit: usize, culprit: String, share: usize },
    /// The style sheets in a page weigh more than they may.
    Warning "heavy-style" HeavyStyle { page: String, bytes: usize, limit: usize },
    /// The home page with its pictures weighs more than it may.
    Warning "heavy-home" HeavyHome { page: String, bytes: usize, limit: usize, culprit: String, share: usize },
    /// A picture's file is larger than it may be.
    Warning "heavy-picture" HeavyPicture { image: String, bytes: usize, limit: usize },
    /// A picture has more pixels than any screen shows.
    Warning "oversize-picture" OversizePicture { image: String, width: usize, height: usize, most: usize },

    /// A picture that cannot go with an article which others may republish.
    Hint "picture-without-licence" PictureWithoutLicence { image: String },

    // for readers who listen
    /// The text for a picture is only the name of its file.
    Warning "alt-is-file-name" AltIsFileName { image: String, alt: String },
    /// A rendered page shows a picture without any `alt`.
    Warning "missing-alt-attribute" MissingAltAttribute { image: String, page: String },
    /// A link whose words say nothing without the sentence around it.
    Warning "vague-link-text" VagueLinkText { text: String },
    /// A link whose words are its address.
    Hint "bare-url-text" BareUrlText { target: String },
    /// A paragraph in another language that does not say so.
    Warning "unmarked-language" UnmarkedLanguage { lang: String },

    // what an editor would ask
    /// Two terms of a taxonomy are nearly the same.
    Warning "similar-terms" SimilarTerms { term: String, other: String },
    /// A person's name is written in two ways.
    Warning "similar-people" SimilarPeople { name: String, other: String },
    /// A key figure without its year or source. `lacks` is `year`, `source` or `both`.
    Warning "figure-without-source" FigureWithoutSource { label: String, lacks: String },
    /// An event whose time of day is not known.
    Hint "event-without-time" EventWithoutTime { key: String },
    /// An article that nobody signs.
    Hint "missing-author" MissingAuthor {},
    /// An article without a summary of its own.
    Hint "missing-summary" MissingSummary {},
    /// A word stands twice in a row.
    Warning "doubled-word" DoubledWord { word: String },
    /// A sentence of more words than a reader can hold.
    Hint "long-sentence" LongSentence { words: usize, most: usize },
    /// A summary that cards and search engines cut off.
    Warning "long-summary" LongSummary { characters: usize, most: usize },

    // commands that write sources
    /// A new article or term lacks what its type requires. `example` completes the command.
    Error "missing-fields" MissingFields { place: String, fields: String, example: String },
    /// What a command would make is there already.
    Error "already-there" AlreadyThere { path: String },
    /// A command was given a file that is no article.
    Error "not-an-article" NotAnArticle { path: String },
    /// An address belongs to something else.
    Error "slug-taken" SlugTaken { slug: String },
    /// A path or address names nothing of the publication.
    Error "nothing-there" NothingThere { target: String, nearest: Option<String> },

    // the hub of the feeds
    /// `kabar ping` has no hub to tell.
    Error "no-hub" NoHub {},
    /// The hub did not take what it was told. `fault` as of other sites.
    Error "hub-refused" HubRefused { hub: String, feed: String, fault: String, detail: String },

    // links to other sites
    /// Another site does not answer as it should. `fault` is `status`, `timeout`, `host`, `secure` or `other`.
    Warning "dead-external-link" DeadExternalLink { url: String, fault: String, detail: String },
    /// Another site says that a page has moved for good.
    Hint "moved-external-link" MovedExternalLink { url: String, to: String },
}

impl Problem {
    /// Says whether it is a problem of themes: templates, strings, their manifest.
    pub fn is_of_theme(&self) -> bool {
        matches!(
            self,
            Self::UnknownTheme { .. }
                | Self::ThemeContract { .. }
                | Self::ThemeCycle { .. }
                | Self::TemplateSyntax { .. }
                | Self::TemplateError { .. }
                | Self::MissingTemplate { .. }
                | Self::ThemeWithoutSearch { .. }
                | Self::UselessOverride { .. }
                | Self::MissingString { .. }
                | Self::MissingStrings { .. }
                | Self::StringSyntax { .. }
        )
    }

    /// The nearest right name, when one is near enough to be meant.
    pub fn suggestion(&self) -> Option<String> {
        self.arguments().into_iter().find_map(|(name, argument)| match argument {
            Argument::Text(text) if name == "nearest" && !text.is_empty() => Some(text),
            _ => None,
        })
    }
}
