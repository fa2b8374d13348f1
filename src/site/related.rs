//! Related articles: an inverted index of terms and of rare words, asked per page.

use rayon::prelude::*;

use super::{ArticleId, LangId, PageId, Site, TermId};

/// How many of the newest articles of a term or word are looked at: a tag on half of all articles
/// says little, and looking at all of them would cost the square of their number.
const LOOKED_AT: usize = 100;

/// Which articles share a term, which pages share a keyword; newest first.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_term: Vec<Vec<ArticleId>>,
    /// Sorted, so that the pages of a word stand together. Of each language its own: what is
    /// written in one does not weigh in another.
    by_word: Vec<Use>,
    /// The pages by their place.
    newest: Vec<PageId>,
}

/// That a page has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    lang: LangId,
    word: u64,
    place: u32,
}

impl Index {
    /// Makes the index of all pages, given newest first.
    pub(super) fn of<'s>(
        newest: Vec<PageId>,
        term_count: usize,
        terms: impl Fn(PageId) -> (ArticleId, &'s [Vec<TermId>]),
        words: impl Fn(PageId) -> (LangId, &'s [u64]) + Sync,
    ) -> Self {
        let uses = |(place, page): (usize, &PageId)| {
            let (lang, words) = words(*page);
            // There are fewer pages than that: each is a file.
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            words.iter().map(move |word| Use { lang, word: *word, place })
        };
        let mut by_word: Vec<Use> = newest.par_iter().enumerate().flat_map_iter(uses).collect();
        by_word.par_sort_unstable();
        let mut by_term: Vec<Vec<ArticleId>> = vec![Vec::new(); term_count];
        for page in &newest {
            let (article, terms) = terms(*page);
            for term in terms.iter().flatten() {
                let list = &mut by_term[term.0];
                // The languages of an article stand together, or far apart; both count once.
                if list.len() < LOOKED_AT && !list.contains(&article) {
                    list.push(article);
                }
            }
        }
        Self { by_term, by_word, newest }
    }

    /// The newest pages that have a word.
    fn with_word(&self, lang: LangId, word: u64) -> &[Use] {
        let start = self.by_word.partition_point(|known| (known.lang, known.word) < (lang, word));
        let rest = &self.by_word[start..];
        let looked_at = &rest[..rest.len().min(LOOKED_AT)];
        &looked_at[..looked_at.partition_point(|known| (known.lang, known.word) == (lang, word))]
    }

    /// The pages most like one: by the rarity of what is shared, its own language first.
    pub(super) fn like(&self, site: &Site, page: PageId, count: usize) -> Vec<PageId> {
        let own = site.page(page);
        let mut points: Vec<(ArticleId, f64)> = Vec::with_capacity(16 * LOOKED_AT);
        for term in site.article(own.article).terms.iter().flatten() {
            let list = self.by_term.get(term.0).map(Vec::as_slice).unwrap_or_default();
            let score = 2.0 * rarity(list.len());
            points.extend(list.iter().map(|article| (*article, score)));
        }
        for word in &own.document.keywords {
            let uses = self.with_word(own.lang, *word);
            let score = rarity(uses.len());
            points.extend(uses.iter().map(|other| (site.page(self.newest[other.place as usize]).article, score)));
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

fn rarity(count: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most LOOKED_AT")]
    let count = count as f64;
    1.0 / (1.0 + count).ln_1p()
}
