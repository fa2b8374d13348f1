//! The conversation: from the first message to the last, one after the other.
//!
//! **Invariant:** every request is answered exactly once, one that is not understood too; nothing
//! is answered before the beginning and after the end.

mod publish;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::Notification as _;
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, InitializeParams,
    PublishDiagnosticsParams, Uri, notification,
};
use serde_json::Value;

use crate::base::SourcePath;
use crate::diagnostic::Catalogue;

use super::desk::{Desk, Open};
use super::publication::{News, Order, Publication};
use super::requests::{self, Abilities};
use super::wire::{self, Frame};
use super::{Settings, address};

/// What the conversation hears.
enum Event {
    Frame(Frame),
    /// The other side has nothing more to say.
    End,
    News(PathBuf, News),
}

/// How far a conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Beginning,
    Talking,
    /// It was asked to end, and waits for the word.
    Ending,
}

/// A conversation with an editing program.
pub(super) struct Conversation<W> {
    output: W,
    settings: Settings,
    stage: Stage,
    catalogue: Catalogue,
    abilities: Abilities,
    desk: Desk,
    /// What was last published of each file.
    published: BTreeMap<String, PublishDiagnosticsParams>,
    events: (Sender<Event>, Receiver<Event>),
    waiting: VecDeque<Event>,
    cancelled: BTreeSet<RequestId>,
    /// Requests about publications that are still being read.
    held: Vec<Request>,
    asked: i32,
}

impl<W: Write> Conversation<W> {
    pub(super) fn new(output: W, settings: Settings) -> Self {
        let tongue = settings.tongue.unwrap_or(settings.fallback);
        Self {
            output,
            settings,
            stage: Stage::Beginning,
            catalogue: Catalogue::new(tongue),
            abilities: Abilities::default(),
            desk: Desk::default(),
            published: BTreeMap::new(),
            events: mpsc::channel(),
            waiting: VecDeque::new(),
            cancelled: BTreeSet::new(),
            held: Vec::new(),
            asked: 0,
        }
    }

    /// Talks until the end; says whether it was a good one.
    pub(super) fn run(mut self, mut input: impl BufRead + Send + 'static) -> io::Result<bool> {
        let heard = self.events.0.clone();
        thread::spawn(move || {
            while let Ok(Some(frame)) = wire::read(&mut input) {
                if heard.send(Event::Frame(frame)).is_err() {
                    return;
                }
            }
            let _ = heard.send(Event::End);
        });
        loop {
            if let Some(is_good) = self.step()? {
                return Ok(is_good);
            }
        }
    }

    /// Hears one event; says whether it was a good end when it was the end.
    fn step(&mut self) -> io::Result<Option<bool>> {
        match self.next() {
            Event::End => return Ok(Some(false)),
            Event::News(root, news) => self.news(&root, news)?,
            Event::Frame(Frame::Unreadable(code)) => wire::refuse(&mut self.output, code)?,
            Event::Frame(Frame::Message(message)) => match *message {
                Message::Request(request) => self.request(request)?,
                Message::Notification(notification) if notification.method == notification::Exit::METHOD => {
                    return Ok(Some(self.stage == Stage::Ending));
                }
                Message::Notification(notification) => self.notification(notification)?,
                // What we ask for (to be told of changed files) needs no answer.
                Message::Response(_) => {}
            },
        }
        Ok(None)
    }

    /// The next event, with all that have arrived looked through for what is cancelled.
    fn next(&mut self) -> Event {
        while let Ok(event) = self.events.1.try_recv() {
            if let Event::Frame(Frame::Message(message)) = &event
                && let Message::Notification(notification) = &**message
                && notification.method == notification::Cancel::METHOD
            {
                self.cancelled.extend(serde_json::from_value::<RequestId>(notification.params["id"].clone()).ok());
                continue;
            }
            self.waiting.push_back(event);
        }
        if self.waiting.is_empty() && self.held.is_empty() {
            // Nothing that is cancelled is waiting any more.
            self.cancelled.clear();
        }
        // We hold a sender ourselves, so there is always another event to come.
        self.waiting.pop_front().unwrap_or_else(|| self.events.1.recv().unwrap_or(Event::End))
    }

    fn send(&mut self, message: &Message) -> io::Result<()> {
        wire::write(&mut self.output, message)
    }

    fn request(&mut self, request: Request) -> io::Result<()> {
        let id = request.id.clone();
        if self.stage == Stage::Talking && !self.cancelled.contains(&id) && requests::must_wait(&self.desk, &request) {
            self.held.push(request);
            return Ok(());
        }
        let answer = if self.cancelled.remove(&id) {
            Err(ErrorCode::RequestCanceled)
        } else {
            match (self.stage, request.method.as_str()) {
                (Stage::Beginning, "initialize") => self.initialize(request.params),
                (Stage::Beginning, _) => Err(ErrorCode::ServerNotInitialized),
                (_, "initialize") | (Stage::Ending, _) => Err(ErrorCode::InvalidRequest),
                (Stage::Talking, "shutdown") => {
                    self.stage = Stage::Ending;
                    Ok(Value::Null)
                }
                (Stage::Talking, _) => requests::answer(&self.desk, &self.catalogue, &self.abilities, request),
            }
        };
        let response = match answer {
            Ok(value) => Response::new_ok(id, value),
            Err(code) => Response::new_err(id, code as i32, format!("{code:?}")),
        };
        self.send(&response.into())
    }

    fn initialize(&mut self, params: Value) -> Result<Value, ErrorCode> {
        let params: InitializeParams = serde_json::from_value(params).map_err(|_| ErrorCode::InvalidParams)?;
        self.stage = Stage::Talking;
        self.abilities = Abilities::of(&params.capabilities);
        let locale = params.locale.as_deref().and_then(|locale| locale.parse().ok());
        let tongue = self.settings.tongue.or(locale).unwrap_or(self.settings.fallback);
        self.catalogue = Catalogue::new(tongue);
        #[expect(deprecated, reason = "older programs name their folder so")]
        let root = params.root_uri.iter().cloned();
        let folders = params.workspace_folders.into_iter().flatten().map(|folder| folder.uri);
        for uri in folders.chain(root) {
            self.begin_folder(&uri);
        }
        Ok(self.abilities.ours())
    }

    /// Begins with the publication of a folder, when it is one.
    fn begin_folder(&mut self, uri: &Uri) {
        let place = address::to_place(uri.as_str());
        let root = place.and_then(|place| crate::source::Root::around(&place.join(crate::config::FILE)));
        // A folder below a publication opens it too; one above is opened with its first file.
        if let Some(root) = root {
            self.begin(root.dir().to_path_buf());
        }
    }

    /// Begins with a publication, if it has not begun.
    fn begin(&mut self, root: PathBuf) {
        if self.desk.publications.contains_key(&root) {
            return;
        }
        let (heard, home) = (self.events.0.clone(), root.clone());
        let tell = move |news| _ = heard.send(Event::News(home.clone(), news));
        let publication = Publication::start(root.clone(), self.catalogue.tongue(), self.settings.now, tell);
        self.desk.publications.insert(root, publication);
    }

    fn notification(&mut self, notification: Notification) -> io::Result<()> {
        if self.stage != Stage::Talking {
            return Ok(());
        }
        let Notification { method, params } = notification;
        match method.as_str() {
            notification::Initialized::METHOD => self.ask_for_changes(),
            notification::DidOpenTextDocument::METHOD => match serde_json::from_value(params) {
                Ok(params) => self.opened(params),
                Err(_) => Ok(()),
            },
            notification::DidChangeTextDocument::METHOD => match serde_json::from_value(params) {
                Ok(params) => self.changed(params),
                Err(_) => Ok(()),
            },
            notification::DidCloseTextDocument::METHOD => match serde_json::from_value(params) {
                Ok(params) => self.closed(&params),
                Err(_) => Ok(()),
            },
            notification::DidSaveTextDocument::METHOD => {
                if let Ok(params) = serde_json::from_value::<DidSaveTextDocumentParams>(params) {
                    self.on_disk([params.text_document.uri]);
                }
                Ok(())
            }
            notification::DidChangeWatchedFiles::METHOD => {
                if let Ok(params) = serde_json::from_value::<DidChangeWatchedFilesParams>(params) {
                    self.on_disk(params.changes.into_iter().map(|change| change.uri));
                }
                Ok(())
            }
            notification::DidChangeWorkspaceFolders::METHOD => match serde_json::from_value(params) {
                Ok(params) => self.folders(params),
                Err(_) => Ok(()),
            },
            // What begins with a dollar may be passed over; so may what we did not ask for.
            _ => Ok(()),
        }
    }

    fn ask_for_changes(&mut self) -> io::Result<()> {
        let Some(params) = self.abilities.watching() else { return Ok(()) };
        self.asked += 1;
        let id = RequestId::from(format!("kabar-{}", self.asked));
        self.send(&Request { id, method: "client/registerCapability".to_owned(), params }.into())
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) -> io::Result<()> {
        let document = params.text_document;
        let open = self.desk.open(document.uri.clone(), document.version, &document.text);
        if let Some((root, _)) = open.home.clone() {
            self.begin(root);
        }
        self.written(&document.uri)
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) -> io::Result<()> {
        let document = params.text_document;
        self.desk.change(&document.uri, document.version, params.content_changes, self.abilities.encoding);
        self.written(&document.uri)
    }

    /// Tells what is wrong with a text that has just been written, and lets it be linked.
    fn written(&mut self, uri: &Uri) -> io::Result<()> {
        let Some(open) = self.desk.get(uri) else { return Ok(()) };
        self.desk.tell(open);
        let Some((root, path)) = open.home.clone() else { return Ok(()) };
        let Some(view) = self.desk.view(&root).cloned() else { return Ok(()) };
        self.publish(&root, &view, &path)
    }

    fn closed(&mut self, params: &DidCloseTextDocumentParams) -> io::Result<()> {
        let Some(Open { home: Some((root, path)), .. }) = self.desk.close(&params.text_document.uri) else {
            return Ok(());
        };
        if let Some(publication) = self.desk.publications.get(&root) {
            publication.order(Order::Closed(path));
        }
        Ok(())
    }

    /// Files have changed on disk, or folders with all that is in them.
    fn on_disk(&mut self, uris: impl IntoIterator<Item = Uri>) {
        let places: Vec<PathBuf> = uris.into_iter().filter_map(|uri| address::to_place(uri.as_str())).collect();
        for (root, publication) in &self.desk.publications {
            let own: Vec<PathBuf> = places.iter().filter(|place| place.starts_with(root)).cloned().collect();
            if !own.is_empty() {
                publication.order(Order::Disk(own));
            }
        }
    }

    fn folders(&mut self, params: DidChangeWorkspaceFoldersParams) -> io::Result<()> {
        for folder in &params.event.removed {
            let Some(place) = address::to_place(folder.uri.as_str()) else { continue };
            let is_open = |root: &Path| self.desk.of(root).next().is_some();
            let gone: Vec<PathBuf> = self
                .desk
                .publications
                .keys()
                .filter(|root| root.starts_with(&place) && !is_open(root))
                .cloned()
                .collect();
            for root in gone {
                self.desk.publications.remove(&root);
                self.clear(&root)?;
            }
        }
        for folder in &params.event.added {
            self.begin_folder(&folder.uri);
        }
        Ok(())
    }

    fn news(&mut self, root: &Path, news: News) -> io::Result<()> {
        let view = match news {
            News::View(view) => view,
            News::Unreadable(view, error) => {
                let message = self.catalogue.phrase("world-error", &[("reason", &error.to_string())]);
                let params = serde_json::json!({ "type": 1, "message": message });
                self.send(&Notification { method: "window/showMessage".to_owned(), params }.into())?;
                view
            }
        };
        let Some(publication) = self.desk.publications.get_mut(root) else { return Ok(()) };
        let before = std::mem::replace(&mut publication.view, view.clone());
        let mut paths: BTreeSet<SourcePath> =
            view.diagnostics.keys().chain(before.diagnostics.keys()).cloned().collect();
        paths.extend(self.desk.of(root).filter_map(|open| open.home.as_ref().map(|(_, path)| path.clone())));
        for path in paths {
            self.publish(root, &view, &path)?;
        }
        for request in std::mem::take(&mut self.held) {
            self.request(request)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Tongue;

    #[test]
    fn what_is_cancelled_before_its_turn_is_answered_so() {
        let settings = Settings { tongue: None, fallback: Tongue::English, now: || jiff::Timestamp::UNIX_EPOCH };
        let mut conversation = Conversation::new(Vec::new(), settings);
        conversation.stage = Stage::Talking;
        let request = |id: i32| Request { id: id.into(), method: "shutdown".to_owned(), params: Value::Null }.into();
        let cancel = Notification { method: "$/cancelRequest".to_owned(), params: serde_json::json!({ "id": 2 }) };
        for message in [request(1), request(2), cancel.into(), request(3)] {
            let event = Event::Frame(Frame::Message(Box::new(message)));
            conversation.events.0.send(event).expect("somebody hears");
        }
        for _ in 0..3 {
            assert!(conversation.step().expect("an output").is_none());
        }
        let said = String::from_utf8(conversation.output).expect("text");
        let answer = |id: i32| {
            said.split("Content-Length").find(|part| part.contains(&format!("\"id\":{id}"))).expect("an answer")
        };
        assert!(answer(1).contains("\"result\":null"), "{said}");
        assert!(answer(2).contains("-32800"), "{said}");
        assert!(answer(3).contains("-32600"), "{said}");
    }
}
