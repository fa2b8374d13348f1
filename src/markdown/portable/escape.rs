//! Signs that would mean something in Markdown, made to mean themselves.

/// Escapes words within a line.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let after = rest.peek().copied();
        let is_marked = match sign {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            // Within a word it means nothing.
            '_' => !(before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            // A link may follow, which would become a picture.
            '!' => after.is_none(),
            _ => false,
        };
        if is_marked {
            out.push('\\');
        }
        out.push(sign);
        before = sign;
    }
    out
}

/// Escapes what would mean something at the beginning of a line.
pub(super) fn line_begin(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '>', '+', '-', '=', ':']) { format!("\\{line}") } else { line.to_owned() }
}

/// Puts code between as many backticks as it needs.
pub(super) fn code(code: &str) -> String {
    let ticks = "`".repeat(longest_run(code, '`') + 1);
    let needs_space = code.starts_with('`') || code.ends_with('`') || (code.starts_with(' ') && code.ends_with(' '));
    let space = if needs_space && !code.trim().is_empty() { " " } else { "" };
    format!("{ticks}{space}{code}{space}{ticks}")
}

/// The longest run of a sign.
pub(super) fn longest_run(text: &str, sign: char) -> usize {
    text.split(|other| other != sign).map(|run| run.chars().count()).max().unwrap_or_default()
}

/// The target of a link or picture.
pub(super) fn target(url: &str) -> String {
    let is_plain = !url.is_empty() && !url.contains(['(', ')', '<', '>', ' ', '\\', '*', '_', '`']);
    if is_plain { url.to_owned() } else { format!("<{}>", url.replace('<', "%3C").replace('>', "%3E")) }
}
