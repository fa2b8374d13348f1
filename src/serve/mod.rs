//! The preview: the site on this machine, each page rendered when a browser asks for it, from the
//! files as they are now. Nothing is written. `workspace` keeps the site up to date; browsers are
//! told what to change.
//!
//! **Invariant:** what is served is what `build` writes for the same options, but for the script
//! that [`script`] puts at the end of a page.
//! **Invariant:** a bad file, and a fault of ours, never end it.

mod background;
mod desk;
mod difference;
mod events;
mod file;
mod find;
mod follow;
mod hosts;
mod http;
mod lan;
mod look;
mod preview;
mod script;
mod view;
mod words;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use jiff::Timestamp;
use tokio::net::TcpListener;

use crate::base::{Fingerprint, Origin};
use crate::diagnostic::{Catalogue, Diagnostic};
use crate::source::{self, Root};
use crate::workspace::{self, Clock, Options};

pub use lan::picture;
pub use preview::{Findings, Preview};
pub use view::View;

use background::Checker;
use follow::Follower;

/// How many ports after the wanted one are tried.
const TRIED: u16 = 100;

/// How the preview is asked for.
pub struct Settings {
    pub root: Root,
    pub shows_drafts: bool,
    /// In place of `base_url`.
    pub origin: Option<Origin>,
    /// The time to preview at, as an editor writes it; none for the present.
    pub at: Option<String>,
    /// The wanted port; the next free one is taken.
    pub port: u16,
    /// Other devices may ask too.
    pub is_open_to_network: bool,
    /// What time it is.
    pub now: fn() -> Timestamp,
    /// Hears what there is to say.
    pub say: Box<dyn Fn(&Saying) + Send + Sync>,
}

/// What the preview says to whoever started it.
pub enum Saying<'s> {
    /// Browsers may come: the address here, and that for other devices.
    Listening { url: String, network: Option<String> },
    /// The system does not tell of changes: they are looked for.
    Polling(&'s str),
    /// There is a new state.
    Changed(&'s View),
    /// The whole site was checked: everything that is known to be wrong.
    Checked(&'s [Diagnostic]),
    /// Something is wrong with the world.
    World(&'s io::Error),
    /// Something is wrong with us.
    Panic(&'s str),
}

impl Settings {
    fn clock(&self) -> Clock {
        match &self.at {
            Some(text) => Clock::Written(text.clone()),
            None => Clock::At((self.now)()),
        }
    }

    fn options(&self) -> Options {
        Options { clock: self.clock(), shows_drafts: self.shows_drafts, origin: self.origin.clone() }
    }
}

/// Shows a publication until the program is told to end.
///
/// # Errors
/// When its folder cannot be read, or no port is free.
pub fn serve(settings: Settings, catalogue: Catalogue) -> io::Result<()> {
    let settings = Arc::new(settings);
    // Before the files are read, so that no change falls between the two.
    let watch = source::watch(&settings.root)?;
    if let Some(reason) = watch.polls() {
        (settings.say)(&Saying::Polling(reason));
    }
    let workspace = workspace::load(settings.root.clone(), &settings.options())?.keeping_last_good();
    let view = View::of(&workspace, 1);
    (settings.say)(&Saying::Changed(&view));
    let base = view.config().map(|config| config.origin.base().to_owned()).unwrap_or_default();
    let preview = Arc::new(Preview::new(catalogue, instance((settings.now)()), view));
    let checker = Checker::start(preview.clone(), settings.clone());
    let follower = Follower { preview: preview.clone(), workspace, watch, settings: settings.clone(), checker };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let listener = listen(&settings).await?;
        let port = listener.local_addr()?.port();
        let address = |host: &str| format!("http://{host}:{port}{base}/");
        let network = lan::address().filter(|_| settings.is_open_to_network).map(|ip| address(&host(ip)));
        thread::spawn(move || follower.run());
        (settings.say)(&Saying::Listening { url: address("127.0.0.1"), network });
        let server = axum::serve(listener, http::router(preview));
        // Streams to open pages never end by themselves: whoever asks us to end means it.
        tokio::select! {
            served = server => served,
            () = asked_to_end() => Ok(()),
        }
    });
    runtime.shutdown_background();
    served
}

/// Takes the wanted port or the next free one.
async fn listen(settings: &Settings) -> io::Result<TcpListener> {
    let ip: IpAddr = if settings.is_open_to_network { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST }.into();
    let mut port = settings.port;
    loop {
        match TcpListener::bind(SocketAddr::new(ip, port)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < settings.port.saturating_add(TRIED) => {
                port += 1;
            }
            Err(error) => return Err(io::Error::new(error.kind(), format!("{ip}:{port}: {error}"))),
            Ok(listener) => return Ok(listener),
        }
    }
}

/// Waits for Ctrl-C, or for the system's polite request to end.
async fn asked_to_end() {
    let interrupted = async {
        // Without a way to hear of it, the system ends us as it ends anyone.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut ended) = signal(SignalKind::terminate()) else {
            return interrupted.await;
        };
        tokio::select! {
            () = interrupted => {}
            _ = ended.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}

fn host(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

/// A name for this run of the server.
fn instance(now: Timestamp) -> String {
    let seed = format!("{} {} {}", now.as_nanosecond(), std::process::id(), env!("CARGO_PKG_VERSION"));
    Fingerprint::of(seed.as_bytes()).short()
}
