home = Halaman depan
Bukan pesan
