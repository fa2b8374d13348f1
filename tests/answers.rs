//! The search index, asked as readers ask it.

#[path = "../fuzz/any.rs"]
mod any;
mod bytes;
mod reference;
mod sets;

use std::path::Path;

use kabar::search::{Answer, FacetNames, Index, Kept, Query, Shards, answer};
use kabar::site::{LangId, Site};
use kabar::source::Root;
use kabar::workspace::{Clock, Options, Workspace, load};

use crate::support::{NOW, SiteTest, folder};

/// A publication, loaded.
pub fn loaded(root: &Path) -> Workspace {
    let options = Options { clock: Clock::Written(NOW.to_owned()), shows_drafts: false, origin: None };
    load(Root::new(root.to_owned()), &options).expect("a publication")
}

/// The index of the first language.
pub fn index(site: &Site) -> Index {
    Index::new(site, LangId(0), &Kept::default())
}

/// Asks an index.
pub fn ask(shards: &Shards<'_>, question: &str) -> std::io::Result<Answer> {
    let query = Query::parse(question, &shards.entry.lang, &FacetNames::of(&shards.entry));
    answer(shards, &query)
}

/// What is in a workspace.
pub fn site(workspace: &Workspace) -> &Site {
    &workspace.snapshot.as_ref().expect("a publication without errors").site
}

/// A publication in Indonesian with two tags.
pub fn tagged() -> SiteTest {
    SiteTest::new().minimal().file(
        "kabar.yaml",
        "title: Uji\nbase_url: https://uji.example\ntimezone: Asia/Makassar\n\
         languages: { id: { name: Bahasa Indonesia, root: true } }\ntheme: plain\n\
         taxonomies: { tags: { name: { id: Topik }, open: true } }\n",
    )
}

/// Whoever has the files of a built site is answered as one who has the publication.
#[test]
fn a_built_site_answers_as_the_publication_does() {
    let test = SiteTest::of(&folder::tests().join("sites/two-languages")).plain().build();
    let workspace = loaded(&test.root());
    let site = site(&workspace);
    for lang in site.langs() {
        let index = Index::prepared(site, lang, &Kept::default());
        let here = Shards::open(|file| Ok(index.file(site, file))).expect("an index");
        let folder = test.output().join("search-index").join(site.lang(lang).as_str());
        let built = Shards::open(|file| std::fs::read(folder.join(file.name(&site.config)))).expect("a built index");
        let mut found = 0;
        for question in ["sumur", "well", "kebun ikan", "\"sumur pompa\"", "air -pompa", "tak ada di mana pun", "sum"] {
            let answer = ask(&here, question).expect("an answer");
            found += answer.hits.len();
            assert_eq!(ask(&built, question).expect("an answer"), answer, "{question}");
        }
        assert!(found > 0);
    }
}
