home = Rumah
by-us = Oleh kami
