home = Beranda pantai
archive-title = Arsip pantai
