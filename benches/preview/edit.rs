//! What is edited: the newest article, a term of it, its template, a style sheet; and everything
//! that shows the change.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::article::Press;
use super::client::Client;

/// A kind of edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Body,
    Title,
    Term,
    Template,
    Style,
}

impl Edit {
    pub const ALL: [Self; 5] = [Self::Body, Self::Title, Self::Term, Self::Template, Self::Style];

    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "a sentence of a text",
            Self::Title => "a title",
            Self::Term => "the name of a term",
            Self::Template => "a template",
            Self::Style => "a style sheet",
        }
    }

    /// What must be fresh.
    pub fn shows(self) -> &'static str {
        match self {
            Self::Body => "article, feed of the language, feed of its section",
            Self::Title => "article, home, its section, its year, feed of the language",
            Self::Term => "article, list of the term, all terms",
            Self::Template | Self::Style => "article",
        }
    }
}

/// The publication, and what in it is edited.
pub struct Scene {
    pub root: PathBuf,
    /// The newest article.
    folder: PathBuf,
    pub page: String,
    section: String,
    year: String,
    tag: String,
    tag_page: String,
}

/// A file and its new text, and the pages that must show it, the article first.
pub struct Change {
    pub file: PathBuf,
    text: String,
    pub places: Vec<String>,
}

impl Change {
    /// Saves as most editing programs do: a new file takes the place of the old one.
    pub fn save(&self) -> io::Result<()> {
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let beside = self.file.with_file_name(format!(".{name}.tmp"));
        fs::write(&beside, &self.text)?;
        fs::rename(&beside, &self.file)
    }

    /// Writes the new text to another place.
    pub fn save_to(&self, place: &Path) -> io::Result<()> {
        fs::write(place, &self.text)
    }
}

const STYLE: &str = include_str!("../../themes/tenun/styles/base.css");

impl Scene {
    /// Looks for the newest article, and asks the preview where it is.
    pub fn new(root: &Path, client: &Client, seed: u64, articles: usize) -> io::Result<Self> {
        let press = Press::new(seed);
        let newest = (0..articles).map(|index| (index, press.head(index)));
        let (index, head) = newest
            .max_by(|(_, a), (_, b)| a.date.cmp(&b.date).then_with(|| b.name.cmp(&a.name)))
            .ok_or_else(|| io::Error::other("no article"))?;
        let folder = root.join("content").join(head.kind).join(&head.name);
        let address = |html: &str, is_it: &dyn Fn(&str) -> bool| {
            let found = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
            found.map(str::to_owned).find(|href| is_it(href)).ok_or_else(|| io::Error::other("no such link"))
        };
        let home = client.get("/")?;
        let page = address(&home, &|href| href.ends_with(&format!("-{index}/")))?;
        let section = page[..page[..page.len() - 1].rfind('/').unwrap_or_default() + 1].to_owned();
        let text = fs::read_to_string(folder.join("index.id.md"))?;
        let tag = text.split("tags: [").nth(1).and_then(|rest| rest.split([',', ']']).next());
        let tag = tag.ok_or_else(|| io::Error::other("no tag"))?.to_owned();
        let tag_page = address(&client.get(&page)?, &|href| href.starts_with("/topik/") && href.len() > 7)?;
        let year = format!("/arsip/{}/", head.date.year());
        let year = if client.get(&year)?.contains(" 200 ") { year } else { "/".to_owned() };
        Ok(Self { root: root.to_path_buf(), folder, page, section, year, tag, tag_page })
    }

    /// A change that shows a mark.
    pub fn change(&self, edit: Edit, mark: &str) -> io::Result<Change> {
        let page = || self.page.clone();
        let article = self.folder.join("index.id.md");
        Ok(match edit {
            Edit::Body => {
                let text = without_marks(&fs::read_to_string(&article)?);
                let places = vec![page(), "/feed.xml".to_owned(), format!("{}feed.xml", self.section)];
                Change { file: article, text: format!("{text}\nKalimat {mark} ditambahkan.\n"), places }
            }
            Edit::Title => {
                let text = fs::read_to_string(&article)?;
                let start = text.find("title: \"").unwrap_or_default() + 8;
                let end = start + text[start..].find('"').unwrap_or_default();
                let text = format!("{}Judul {mark}{}", &text[..start], &text[end..]);
                let places =
                    vec![page(), "/".to_owned(), self.section.clone(), self.year.clone(), "/feed.xml".to_owned()];
                Change { file: article, text, places }
            }
            Edit::Term => {
                let file = self.root.join("content/_terms/tags.yaml");
                let text = fs::read_to_string(&file)?;
                let start = text.find(&format!("{}:\n  name: {{ id: \"", self.tag)).unwrap_or_default();
                let start = start + text[start..].find('"').unwrap_or_default() + 1;
                let end = start + text[start..].find('"').unwrap_or_default();
                let text = format!("{}Topik {mark}{}", &text[..start], &text[end..]);
                Change { file, text, places: vec![page(), self.tag_page.clone(), "/topik/".to_owned()] }
            }
            Edit::Template => {
                let text = format!(
                    "{{% extends \"tenun/article.html\" %}}\n{{% block article_footer %}}{{{{ super() }}}}\n\
                     <p>{mark}</p>\n{{% endblock article_footer %}}\n"
                );
                Change { file: self.root.join("templates/article.html"), text, places: vec![page()] }
            }
            Edit::Style => {
                let text = format!("{STYLE}\n.{mark} {{ color: red }}\n:root {{ --ukur: {mark} }}\n");
                Change { file: self.root.join("styles/base.css"), text, places: vec![page()] }
            }
        })
    }

    /// Puts everything as it was, and makes the folders that edits need.
    pub fn restore(&self, edit: Edit) -> io::Result<()> {
        match edit {
            Edit::Body => {
                let file = self.folder.join("index.id.md");
                let text = without_marks(&fs::read_to_string(&file)?);
                fs::write(file, text)?;
            }
            Edit::Term => {
                // What comes next is edited in folders that a publication need not have.
                fs::create_dir_all(self.root.join("templates"))?;
                fs::create_dir_all(self.root.join("styles"))?;
            }
            Edit::Title | Edit::Template | Edit::Style => {}
        }
        Ok(())
    }
}

fn without_marks(text: &str) -> String {
    text.split("\nKalimat ukur").next().unwrap_or(text).to_owned()
}
