//! Small pictures of woven motifs: twenty that all articles share under `static/`, and one for
//! each article that has its own.

use std::fmt::Write as _;
use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// How many pictures stand under `static/`: half of them PNG, half SVG.
pub const SHARED: usize = 20;

/// The name of an article's own picture.
pub const OWN: &str = "motif.svg";

const COLOURS: [[u8; 3]; 5] = [[139, 35, 29], [43, 58, 134], [214, 158, 46], [246, 240, 226], [30, 30, 34]];

/// Where a shared picture is published.
pub fn shared_path(number: usize) -> String {
    let extension = if number.is_multiple_of(2) { "png" } else { "svg" };
    format!("pictures/{number:02}.{extension}")
}

/// The bytes of a shared picture.
pub fn shared(number: usize) -> Vec<u8> {
    if number.is_multiple_of(2) { raster(number) } else { vector(number).into_bytes() }
}

fn colour(place: usize) -> [u8; 3] {
    COLOURS[place % COLOURS.len()]
}

fn raster(number: usize) -> Vec<u8> {
    const SIZE: (u32, u32) = (160, 90);
    let thread = |x: u32, y: u32| {
        let middle = (x % 40).abs_diff(20) + (y % 40).abs_diff(20);
        Rgb(colour((middle / 6) as usize + number))
    };
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(SIZE.0, SIZE.1, thread)
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture is written to memory");
    bytes.into_inner()
}

/// A picture of lines and diamonds.
pub fn vector(number: usize) -> String {
    let mut text = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 180\" width=\"320\" height=\"180\">\n",
    );
    for row in 0..9 {
        let [red, green, blue] = colour(number / 5 + row);
        let (left, top) = ((number * 13 + row * 31) % 280, row * 20);
        writeln!(
            text,
            "<path fill=\"rgb({red},{green},{blue})\" d=\"M0 {top}h320v4H0zM{left} {top}l20 10-20 10-20-10z\"/>"
        )
        .expect("a string takes all");
    }
    text.push_str("</svg>\n");
    text
}
