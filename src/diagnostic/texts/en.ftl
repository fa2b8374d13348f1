level-error = error
level-warning = warning
level-why = why
level-fix = fix
did-you-mean = Did you mean “{ $nearest }”?
base-url = { $fault ->
    [scheme] “{ $value }” does not begin with https:// or http://.
    [host] “{ $value }” has no host, or a host that cannot be one.
    [tail] “{ $value }” has a query (?) or a fragment (#).
   *[path] The path of “{ $value }” cannot be that of a folder.
  }
    .why = All absolute links of the site begin with it: in feeds, the sitemap, and when pages are shared.
    .fix = Write where the site will stand: scheme, host and, if needed, a folder, as in https://example.org/news.
menu-entry = { $count ->
    [0] This menu entry leads nowhere.
   *[other] This menu entry leads to { $count } places.
  }
    .why = Readers who choose an entry can be led to one place only.
    .fix = Give it exactly one of page, taxonomy and url.
