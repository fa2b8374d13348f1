<?php
// What WordPress leaves of the HTML that somebody without special rights pastes: kses.php < ARRAY > ARRAY

require __DIR__ . '/wordpress.php';

$texts = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
echo json_encode(array_map('wp_kses_post', $texts), JSON_THROW_ON_ERROR);
