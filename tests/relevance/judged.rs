//! The articles that are asked for, and the questions with those that answer them.

use crate::support::folder;

/// A short article.
pub struct Article {
    pub slug: String,
    pub title: String,
    pub body: String,
}

/// A question and what answers it.
pub struct Judged {
    /// The kind of question: `forms`, `misspelt`.
    pub class: String,
    pub question: String,
    /// The last parts of the addresses of all articles that are a right answer.
    pub right: Vec<String>,
}

fn text(file: &str) -> String {
    let place = folder::tests().join("relevance").join(file);
    std::fs::read_to_string(place).expect("a file of the test")
}

/// `## slug`, a title, a text.
pub fn articles(lang: &str) -> Vec<Article> {
    let text = text(&format!("articles.{lang}.txt"));
    let article = |part: &str| {
        let (slug, rest) = part.split_once('\n').expect("a slug");
        let (title, body) = rest.split_once('\n').expect("a title");
        Article { slug: slug.trim().to_owned(), title: title.to_owned(), body: body.trim().to_owned() }
    };
    text.split("## ").skip(1).map(article).collect()
}

/// `[class]`, and `question => slug slug` below it.
pub fn judged(file: &str) -> Vec<Judged> {
    let mut class = String::new();
    let mut all = Vec::new();
    for line in text(file).lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            class = name.to_owned();
        } else if let Some((question, right)) = line.split_once(" => ") {
            let right = right.split_whitespace().map(str::to_owned).collect();
            all.push(Judged { class: class.clone(), question: question.to_owned(), right });
        }
    }
    all
}
