<?php
// What SimplePie knows of feeds, with WordPress's filter as in its RSS block: with_simplepie.php < PATHS > JSON
//
// Reads an array of paths; writes for each path an array of items, with the keys that it knows.

require __DIR__ . '/wordpress.php';

function items(string $path): array
{
    // As fetch_feed() of WordPress does it, but from a file and without a cache.
    $feed = new SimplePie();
    $feed->set_sanitize_class('WP_SimplePie_Sanitize_KSES');
    $feed->sanitize = new WP_SimplePie_Sanitize_KSES();
    $feed->enable_cache(false);
    $feed->set_raw_data(file_get_contents($path));
    $feed->init();
    $feed->set_output_encoding('UTF-8');
    if ($feed->error()) {
        throw new RuntimeException("$path: " . $feed->error());
    }
    return array_map('item', $feed->get_items());
}

function item(SimplePie_Item $item): array
{
    $names = static fn ($people) => array_map(static fn ($person) => words($person->get_name()), $people ?? []);
    $terms = static fn ($tags) => array_map(static fn ($tag) => words($tag->get_term()), $tags ?? []);
    // SimplePie takes media elements and enclosures for one kind of thing.
    $files = array_filter($item->get_enclosures() ?? [], static fn ($file) => (string) $file->get_link() !== '');
    $plain = array_values(array_filter($files, static fn ($file) => $file->get_medium() !== 'image'));
    $media = array_values(array_filter($files, static fn ($file) => $file->get_thumbnail() !== null));
    $content = $item->get_content(true);
    $updated = $item->get_updated_date('U');
    return [
        'id' => $item->get_id(),
        'url' => words($item->get_permalink()),
        'title' => words($item->get_title()),
        'published' => (int) $item->get_date('U'),
        'updated' => $updated === null ? null : (int) $updated,
        'authors' => $names($item->get_authors()),
        'tags' => $terms($item->get_categories()),
        'enclosure' => $plain ? file_of($plain[0]) : ($media ? file_of($media[0]) : null),
        'picture' => $media ? words($media[0]->get_thumbnail()) : null,
        'summary' => words($item->get_description(true)),
        'content' => $content === '' ? null : $content,
    ];
}

function file_of(SimplePie_Enclosure $file): array
{
    return ['url' => words($file->get_link()), 'type' => $file->get_type(), 'length' => (int) $file->get_length()];
}

// SimplePie gives texts as HTML.
function words(?string $html): ?string
{
    return $html === null ? null : html_entity_decode(strip_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8');
}

$paths = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
echo json_encode(array_combine($paths, array_map('items', $paths)), JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
