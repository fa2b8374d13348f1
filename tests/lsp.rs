//! `kabar lsp`: the real binary in conversation with an editing program.

mod actions;
mod completion;
mod conversation;
mod laws;
mod navigation;

use crate::support::SiteTest;

const CONFIG: &str = "
content_types:
  story:
    folder: stories
    name: { id: Cerita, en: Story }
    plural: { id: Cerita, en: Stories }
    slug: { id: cerita, en: stories }
    template: article.html
    fields:
      place: { type: text, description: { id: Tempatnya., en: Where it was. } }
      start: { type: date }
      mode: { type: enum, values: [online, in-person] }
      lessons: { type: list, of: { type: rich-text }, translated: true }
      speakers:
        type: list
        of:
          type: object
          fields:
            name: { type: text, required: true }
            role: { type: text }
      related_story: { type: reference }
taxonomies:
  regions:
    name: { id: Wilayah, en: Regions }
    singular: { id: Wilayah, en: Region }
    slug: { id: wilayah, en: regions }
";

const REGIONS: &str = "\
maluku:
  name: { id: Maluku, en: Moluccas }
papua:
  name: { id: Papua, en: Papua }
  blurb: { id: Timur jauh., en: The far east. }
";

const HARVEST: &str = "\
---
title: Panen 🌾 rumput laut
summary: Tiga musim gagal.
date: 2026-06-03
regions: [maluku]
cover: foto.svg
---

Isi.

## Yang diubah {#diubah}

Lihat [catatan](/stories/catatan).
";

const HARVEST_EN: &str = "\
---
title: The harvest
summary: Three seasons failed.
translation: { of: id }
---

Text.

## What changed {#changed}
";

/// A publication in two languages with stories, a register and a picture.
fn publication() -> SiteTest {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>";
    SiteTest::new()
        .bilingual()
        .append("kabar.yaml", CONFIG)
        .append("themes/plain/theme.yaml", "settings:\n  share: { type: boolean, default: true }\n")
        .file("content/_terms/regions.yaml", REGIONS)
        .file("content/stories/_section.id.md", "---\ntitle: Cerita\n---\n")
        .file("content/stories/_section.en.md", "---\ntitle: Stories\n---\n")
        .file("content/stories/panen/index.id.md", HARVEST)
        .file("content/stories/panen/index.en.md", HARVEST_EN)
        .file("content/stories/panen/foto.svg", picture)
        .file("content/stories/panen/media.yaml", "foto.svg:\n  alt: { id: Teluk, en: A bay }\n")
        .file("content/stories/catatan.id.md", "---\ntitle: Catatan\nsummary: Ringkas.\n---\nIsi catatan.\n")
        .file("content/stories/rahasia.id.md", "---\ntitle: Rahasia\ndraft: true\n---\nBelum jadi.\n")
}
