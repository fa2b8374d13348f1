//! Files of an index that were damaged: read, or refused with a reason; an answer, or an error.

use std::cell::Cell;

use kabar::search::read::Postings;
use kabar::search::{SearchFile, Shards, files};
use kabar::site::LangId;
use proptest::prelude::*;

use crate::laws::law;
use crate::support::{SiteTest, page};

use super::any::{read, read_positions, sealed};
use super::{ask, index, loaded, site, tagged};

fn publication() -> SiteTest {
    let texts = [
        ("Sumur desa", "Warga merencanakan sumur bersama pemerintah desa. Perencanaan itu selesai."),
        ("Pasar pagi", "Pedagang menjual ikan, dan nelayan memperbaiki jaring.\n\nRencana pasar disetujui."),
        ("Pelatihan kader", "Para kader berlatih memetakan kebun, hutan, dan sungai di desa."),
        ("Jembatan gantung", "Jembatan yang dibangun bersama menghubungkan dua desa di tepi sungai."),
    ];
    let mut test = tagged();
    for (number, (title, body)) in texts.iter().enumerate() {
        test = test.file(
            &format!("content/a{number}.id.md"),
            page(title, &format!("tags: [air, topik{number}]\n---\n{body}")),
        );
    }
    test
}

/// All files of an index.
fn all() -> Vec<(SearchFile, Vec<u8>)> {
    let test = publication();
    let workspace = loaded(&test.root());
    let site = site(&workspace);
    let index = index(site);
    files(site, LangId(0)).into_iter().map(|file| (file, index.file(site, file))).collect()
}

/// What may happen to a file on its way.
#[derive(Debug, Clone)]
enum Damage {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index),
}

fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let place = any::<prop::sample::Index>;
    let byte = prop_oneof![any::<u8>(), prop::sample::select(vec![0, 1, 0x0f, 0x7f, 0x80, 0xf0, 0xff])];
    let damage = prop_oneof![
        4 => (place(), byte).prop_map(|(place, byte)| Damage::Set(place, byte)),
        1 => place().prop_map(Damage::Cut),
        1 => (place(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(place, bytes)| Damage::Insert(place, bytes)),
        1 => place().prop_map(Damage::Remove),
    ];
    prop::collection::vec(damage, 1..5)
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        match damage {
            Damage::Set(place, byte) => {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            Damage::Cut(place) => bytes.truncate(place.index(bytes.len())),
            Damage::Insert(place, more) => {
                let place = place.index(bytes.len());
                bytes.splice(place..place, more.iter().copied());
            }
            Damage::Remove(place) => {
                bytes.remove(place.index(bytes.len()));
            }
        }
    }
    bytes
}

/// Damage behind the checksum, which is put right again.
fn damaged_inside(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let Some((inside, _)) = bytes.split_last_chunk::<4>() else { return Vec::new() };
    sealed(&damaged(inside.to_vec(), damages))
}

#[test]
fn any_bytes_are_read_or_refused() {
    let headed = |kind: &'static str| {
        prop::collection::vec(any::<u8>(), 0..200).prop_map(move |rest| [kind.as_bytes(), b"\x01", &rest].concat())
    };
    let bytes = prop_oneof![prop::collection::vec(any::<u8>(), 0..200), headed("KSW"), headed("KSP"), headed("KSX")];
    law(4000, &bytes, |bytes| {
        read(&bytes, 1000);
        read(&sealed(&bytes), 1000);
        Ok(())
    });
}

#[test]
fn damaged_files_are_read_or_refused() {
    let all = all();
    let postings: Vec<&(SearchFile, Vec<u8>)> =
        all.iter().filter(|(file, _)| matches!(file, SearchFile::Postings(_))).collect();
    let shards = postings.iter().map(|(_, bytes)| {
        let epoch = u32::from_le_bytes(bytes[4..8].try_into().expect("an epoch"));
        Postings::decode(bytes, epoch, 4).expect("a shard")
    });
    let shards: Vec<Postings> = shards.collect();
    law(4000, &(any::<prop::sample::Index>(), damages()), |(file, damages)| {
        let (file, bytes) = file.get(&all);
        for bytes in [damaged(bytes.clone(), &damages), damaged_inside(bytes, &damages)] {
            read(&bytes, 4);
            if matches!(file, SearchFile::Positions(_)) {
                shards.iter().for_each(|postings| read_positions(&bytes, postings));
            }
        }
        Ok(())
    });
}

#[test]
fn a_question_to_a_damaged_index_is_answered_or_refused() {
    let all = all();
    let (answered, refused) = (Cell::new(0), Cell::new(0));
    law(1500, &(any::<prop::sample::Index>(), damages()), |(place, damages)| {
        let (broken, _) = place.get(&all);
        let shards = Shards::open(|file| {
            let (_, bytes) = all.iter().find(|(known, _)| *known == file).ok_or(std::io::ErrorKind::NotFound)?;
            let is_text = !matches!(file, SearchFile::Words(_) | SearchFile::Postings(_) | SearchFile::Positions(_));
            Ok(match file == *broken {
                true if is_text => damaged(bytes.clone(), &damages),
                true => damaged_inside(bytes, &damages),
                false => bytes.clone(),
            })
        });
        let questions = ["rencana desa", "\"tepi sungai\" -ikan", "jembtan", "tag:air kad", "dan di"];
        for question in questions {
            match shards.as_ref().map(|shards| ask(shards, question)) {
                Ok(Ok(answer))
                    if answer
                        .hits
                        .iter()
                        .all(|hit| shards.as_ref().is_ok_and(|shards| hit.ordinal < shards.entry.count)) =>
                {
                    answered.set(answered.get() + 1);
                }
                Ok(Ok(_)) => prop_assert!(false, "{question}: a record that is not there"),
                _ => refused.set(refused.get() + 1),
            }
        }
        Ok(())
    });
    // Both happen, or nothing was tried.
    assert!(answered.get() > 100 && refused.get() > 100, "{answered:?} {refused:?}");
}
