level-error = error
level-warning = warning
level-why = why
level-fix = fix
did-you-mean = Did you mean “{ $nearest }”?

skipped-heading-level = The heading “{ $title }” is of level { $level }, but no heading of level { $expected } stands above it
    .why = Screen readers show headings as an outline; a level that is missing looks like a part that was lost.
    .fix = Make it a heading of level { $expected }, with { $expected } “#” signs.
