//! Related articles: an inverted index of terms and of rare words, asked per page.

use std::collections::BTreeMap;

use super::{ArticleId, LangId, PageId, Site, TermId};

/// How many of the newest articles of a term or word are looked at: a tag on half of all articles
/// says little, and looking at all of them would cost the square of their number.
const LOOKED_AT: usize = 100;

/// Which articles share a term, which pages share a keyword; newest first.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_term: BTreeMap<TermId, Vec<ArticleId>>,
    /// Of each language its own: what is written in one does not weigh in another.
    by_word: BTreeMap<LangId, BTreeMap<String, Vec<PageId>>>,
}

impl Index {
    /// Makes the index of all pages, given newest first.
    pub(super) fn of<'s>(
        newest: impl Iterator<Item = PageId>,
        terms: impl Fn(PageId) -> (ArticleId, &'s [Vec<TermId>]),
        words: impl Fn(PageId) -> (LangId, &'s [String]),
    ) -> Self {
        let mut index = Self::default();
        for page in newest {
            let (article, terms) = terms(page);
            for term in terms.iter().flatten() {
                let list = index.by_term.entry(*term).or_default();
                // The languages of an article stand together, or far apart; both count once.
                if !list.contains(&article) {
                    push(list, article);
                }
            }
            let (lang, words) = words(page);
            let by_word = index.by_word.entry(lang).or_default();
            for word in words {
                push(by_word.entry(word.clone()).or_default(), page);
            }
        }
        // A word of one page relates nothing.
        index.by_word.values_mut().for_each(|by_word| by_word.retain(|_, pages| pages.len() > 1));
        index
    }

    /// The pages most like one: by the rarity of what is shared, its own language first.
    pub(super) fn like(&self, site: &Site, page: PageId, count: usize) -> Vec<PageId> {
        let own = site.page(page);
        let mut points: Vec<(ArticleId, f64)> = Vec::with_capacity(16 * LOOKED_AT);
        for term in site.article(own.article).terms.iter().flatten() {
            let list = self.by_term.get(term).map(Vec::as_slice).unwrap_or_default();
            let score = 2.0 * rarity(list.len());
            points.extend(list.iter().map(|article| (*article, score)));
        }
        let by_word = self.by_word.get(&own.lang);
        for word in &own.document.keywords {
            let list = by_word.and_then(|by_word| by_word.get(word)).map(Vec::as_slice).unwrap_or_default();
            let score = rarity(list.len());
            points.extend(list.iter().map(|other| (site.page(*other).article, score)));
        }
        // Stable, so that the scores of an article are added in one order.
        points.sort_by_key(|(article, _)| *article);
        let mut found: Vec<(bool, f64, ArticleId)> = points
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|chunk| chunk[0].0 != own.article)
            .map(|chunk| {
                let article = chunk[0].0;
                let score = chunk.iter().map(|(_, score)| score).sum();
                (!site.article(article).pages.contains_key(&own.lang), score, article)
            })
            .collect();
        let better = |a: &(bool, f64, ArticleId), b: &(bool, f64, ArticleId)| {
            a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2))
        };
        if found.len() > count && count > 0 {
            found.select_nth_unstable_by(count - 1, better);
            found.truncate(count);
        }
        found.sort_unstable_by(better);
        found.into_iter().filter_map(|(_, _, article)| site.article(article).page_for(own.lang)).take(count).collect()
    }
}

fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() < LOOKED_AT {
        list.push(item);
    }
}

fn rarity(count: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most LOOKED_AT")]
    let count = count as f64;
    1.0 / (1.0 + count).ln_1p()
}
