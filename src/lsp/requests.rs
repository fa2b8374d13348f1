//! Requests and their answers, and what each side can do.

use lsp_server::{ErrorCode, Request};
use lsp_types::{
    ClientCapabilities, CodeActionParams, CompletionParams, DocumentLinkParams, DocumentSymbolParams,
    GotoDefinitionParams, HoverParams, Position, ReferenceParams, TextDocumentPositionParams, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::diagnostic::Catalogue;

use super::desk::{Desk, Open};
use super::diagnose::{self, Teller};
use super::here::Here;
use super::text::Encoding;
use super::view::View;
use super::{actions, complete, definition, hover, references, symbols};

/// What was agreed on at the beginning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Abilities {
    pub(super) encoding: Encoding,
    /// The other side fills in places of what it completes.
    has_snippets: bool,
    /// It shows parts within parts.
    has_tree: bool,
    /// It tells of changed files when asked to.
    can_watch: bool,
}

impl Default for Abilities {
    fn default() -> Self {
        Self { encoding: Encoding::Utf16, has_snippets: false, has_tree: false, can_watch: false }
    }
}

impl Abilities {
    /// What the other side says that it can do.
    pub(super) fn of(capabilities: &ClientCapabilities) -> Self {
        let general = capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
        let text = capabilities.text_document.as_ref();
        let item = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
        let tree = text.and_then(|text| text.document_symbol.as_ref()?.hierarchical_document_symbol_support);
        let workspace = capabilities.workspace.as_ref();
        let watch = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Self {
            encoding: Encoding::of(offered),
            has_snippets: item.and_then(|item| item.snippet_support).unwrap_or_default(),
            has_tree: tree.unwrap_or_default(),
            can_watch: watch.and_then(|watch| watch.dynamic_registration).unwrap_or_default(),
        }
    }

    /// What we can do.
    pub(super) fn ours(&self) -> Value {
        json!({
            "capabilities": {
                "positionEncoding": self.encoding.kind(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": { "includeText": false } },
                "completionProvider": {
                    "triggerCharacters": [":", " ", "-", "[", ",", "{", "(", "/", "#", "`", "."],
                },
                "hoverProvider": true,
                "definitionProvider": true,
                "referencesProvider": true,
                "documentSymbolProvider": true,
                "documentLinkProvider": { "resolveProvider": false },
                "codeActionProvider": { "codeActionKinds": ["quickfix"] },
                "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } },
            },
            "serverInfo": { "name": "kabar", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    /// The request to be told of changed files; none when the other side cannot tell.
    pub(super) fn watching(&self) -> Option<Value> {
        let registration = json!({
            "id": "kabar-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [
                { "globPattern": "**/kabar.yaml" },
                { "globPattern": "**/{content,data,static,strings,styles,templates,themes}/**" },
            ] },
        });
        self.can_watch.then(|| json!({ "registrations": [registration] }))
    }
}

/// Everything that answers are given from.
struct Office<'a> {
    desk: &'a Desk,
    catalogue: &'a Catalogue,
    abilities: &'a Abilities,
}

/// Says whether a request is about a publication that is still being read: its answer would be
/// that there is nothing, and nobody would ask again.
pub(super) fn must_wait(desk: &Desk, request: &Request) -> bool {
    let uri = request.params["textDocument"]["uri"].as_str().and_then(|uri| uri.parse::<Uri>().ok());
    let root = uri.and_then(|uri| desk.get(&uri)?.home.as_ref().map(|(root, _)| root.clone()));
    root.and_then(|root| desk.view(&root)).is_some_and(|view| !view.is_loaded)
}

/// Answers a request.
///
/// # Errors
/// The code of the error that answers it instead.
pub(super) fn answer(
    desk: &Desk,
    catalogue: &Catalogue,
    abilities: &Abilities,
    request: Request,
) -> Result<Value, ErrorCode> {
    let office = Office { desk, catalogue, abilities };
    let Request { method, params, .. } = request;
    match method.as_str() {
        "textDocument/completion" => {
            let params: CompletionParams = read(params)?;
            let position = params.text_document_position;
            office.at(&position, |here, _| Some(complete::complete(here, abilities.has_snippets)))
        }
        "textDocument/hover" => {
            let params: HoverParams = read(params)?;
            office.at(&params.text_document_position_params, |here, _| {
                let diagnostics = diagnose::of_text(here.view, here.path, here.text.as_str());
                hover::hover(here, &diagnostics)
            })
        }
        "textDocument/definition" => {
            let params: GotoDefinitionParams = read(params)?;
            office.at(&params.text_document_position_params, |here, _| definition::definition(here))
        }
        "textDocument/references" => {
            let params: ReferenceParams = read(params)?;
            office.at(&params.text_document_position, |here, _| references::references(here))
        }
        "textDocument/documentSymbol" => {
            let params: DocumentSymbolParams = read(params)?;
            let uri = params.text_document.uri;
            if abilities.has_tree {
                office.whole(&uri, |here, _| Some(symbols::symbols(here)))
            } else {
                office.whole(&uri, |here, _| Some(symbols::flat(symbols::symbols(here), &uri)))
            }
        }
        "textDocument/documentLink" => {
            let params: DocumentLinkParams = read(params)?;
            office.whole(&params.text_document.uri, |here, _| Some(definition::links(here)))
        }
        "textDocument/codeAction" => {
            let params: CodeActionParams = read(params)?;
            office.actions(&params)
        }
        _ => Err(ErrorCode::MethodNotFound),
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, ErrorCode> {
    serde_json::from_value(params).map_err(|_| ErrorCode::InvalidParams)
}

impl Office<'_> {
    /// Answers what is asked of a place; null when there is nothing to say, also of files that
    /// belong to no publication.
    fn at<T: serde::Serialize>(
        &self,
        place: &TextDocumentPositionParams,
        answer: impl FnOnce(&Here, &Open) -> Option<T>,
    ) -> Result<Value, ErrorCode> {
        let Some((open, view)) = self.known(&place.text_document.uri) else { return Ok(Value::Null) };
        let Some((_, path)) = &open.home else { return Ok(Value::Null) };
        let here = Here::new(view, self.catalogue, path, &open.text, self.abilities.encoding, place.position);
        serde_json::to_value(answer(&here, open)).map_err(|_| ErrorCode::InternalError)
    }

    fn whole<T: serde::Serialize>(
        &self,
        uri: &Uri,
        answer: impl FnOnce(&Here, &Open) -> Option<T>,
    ) -> Result<Value, ErrorCode> {
        let text_document = lsp_types::TextDocumentIdentifier { uri: uri.clone() };
        self.at(&TextDocumentPositionParams { text_document, position: Position::default() }, answer)
    }

    fn known(&self, uri: &Uri) -> Option<(&Open, &View)> {
        let open = self.desk.get(uri)?;
        let (root, _) = open.home.as_ref()?;
        Some((open, self.desk.view(root)?))
    }

    fn actions(&self, params: &CodeActionParams) -> Result<Value, ErrorCode> {
        let wanted = params.context.only.as_deref();
        let is_wanted = |kind: &lsp_types::CodeActionKind| matches!(kind.as_str(), "" | "quickfix");
        if wanted.is_some_and(|kinds| !kinds.iter().any(is_wanted)) {
            return Ok(json!([]));
        }
        let text_document = params.text_document.clone();
        let place = TextDocumentPositionParams { text_document, position: params.range.start };
        self.at(&place, |here, open| {
            let (root, _) = open.home.as_ref()?;
            let diagnostics = diagnose::of_text(here.view, here.path, here.text.as_str());
            let find = |path: &crate::base::SourcePath| {
                self.desk.find(root, path).map(|open| (open.uri.clone(), open.text.clone()))
            };
            let teller = Teller { view: here.view, catalogue: self.catalogue, encoding: here.encoding, open: &find };
            let bytes = here.text.bytes(params.range, here.encoding);
            Some(actions::actions(here, &diagnostics, &bytes, |diagnostic| teller.tell(diagnostic, here.text)))
        })
    }
}
