<?php
// The parts of WordPress that need no database: its filter of what authors write, and its feed reader.

error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('display_errors', 'stderr');
// A warning of WordPress would mean that what is loaded here is not enough.
set_error_handler(static function (int $level, string $text, string $file, int $line): bool {
    if (!(error_reporting() & $level)) {
        return true;
    }
    throw new ErrorException($text, 0, $level, $file, $line);
});

define('ABSPATH', rtrim(getenv('KABAR_WORDPRESS'), '/') . '/');
define('WPINC', 'wp-includes');
foreach (['load', 'plugin', 'functions', 'formatting', 'kses', 'class-simplepie', 'class-wp-simplepie-sanitize-kses'] as $part) {
    require ABSPATH . WPINC . "/$part.php";
}
