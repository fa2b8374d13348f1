tidak-dipakai = Tidak dipakai
