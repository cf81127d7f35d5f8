//! What the user asks for on the home page: a new assessment, a file, a sample, a backup, erasing one.

use super::desk::{Desk, desk};
use super::foreign::Foreign;
use super::managing::{manage, show_bin};
use super::recovery::lost;
use crate::archive::{self, Opened, Project, ReadError};
use crate::assessment::sha256;
use crate::browser::documents::Given;
use crate::browser::storage::{self, StorageError};
use crate::browser::{attachments, bin, clock, files, journal, page, panels, samples};
use crate::criteria::{Kind, Library, Pack};
use crate::export::{Target, Variant, file_name};
use crate::language::fill;
use crate::merge::part_of;
use crate::report::say;
use crate::ui::address::is_home;
use crate::ui::app::Arrival;
use crate::ui::kit::{Kit, Notice};
use crate::ui::pages::{hand_over, hand_over_table, take_pack};
use crate::ui::parts::{Brought, Bundled, back_up, chosen, has_files, open_bundle, save_locked, unlocked};
use crate::ui::route::Route;
use crate::ui::screen::Screen;
use crate::ui::shelf::Shelf;
use crate::ui::shell::{department, storage_words};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Takes in what was asked for and goes to it.
pub fn arrive(arrival: Arrival, screen: &Screen, changed: Callback<()>) {
    let Desk { store, shelf } = desk();
    let screen = screen.clone();
    spawn_local(async move {
        match arrival {
            Arrival::Backup(id) => return backup(&shelf, &screen, id, None).await,
            Arrival::Erase(id, name) => {
                erase(&screen, &id, &name).await;
                return changed.emit(());
            }
            Arrival::Bin => {
                show_bin(&screen).await;
                return changed.emit(());
            }
            Arrival::Manage(id, name) => {
                if manage(&screen, &id, &name).await
                    && let Some(passphrase) = chosen(screen.language, &screen.notify).await
                {
                    backup(&shelf, &screen, id, Some(passphrase)).await;
                }
                return changed.emit(());
            }
            Arrival::Lost => return lost(&screen).await,
            Arrival::Nothing => return look_round(&shelf, &screen).await,
            _ => {}
        }
        let Some(pack) = shelf.default_pack().await else {
            screen.notify.emit(Notice::bad(screen.words().criteria_missing()));
            return;
        };
        let kit = Kit::new(&screen, &shelf, &store, pack.clone());
        match arrival {
            Arrival::Blank => {
                // Nothing is there to look over: one begins with the profile.
                let id = store.add(pack.clone(), Project::blank(&pack));
                page::go(&Route::Organisation { id }.href());
            }
            Arrival::File(file) => open_file(&kit, file),
            Arrival::Sample(kind) => open_sample(&kit, kind),
            Arrival::Backup(_) | Arrival::Manage(..) | Arrival::Lost | Arrival::Erase(..) | Arrival::Bin | Arrival::Nothing => {}
        }
    });
}

/// Clears away what has lain in the recycle bin for its time, and evidence files that no assessment names any more. What cannot be
/// cleared away now is another time.
/// Then says, once, where the host's criteria cannot be read: nobody would know on the home page.
async fn look_round(shelf: &Shelf, screen: &Screen) {
    let _ = bin::sweep().await;
    let _ = attachments::sweep().await;
    if shelf.finds_the_host_at_fault().await && is_home(&page::address()) {
        screen.notify.emit(Notice::bad(screen.words().home_host_unreadable()));
    }
}

/// The criteria a file names, among those that are there.
pub fn pack_of(library: &Library, opened: &Opened) -> Result<Rc<Pack>, ReadError> {
    let reference = opened.pack();
    let unknown = || ReadError::UnknownPack {
        id: reference.id.clone(),
        edition: reference.edition.clone(),
    };
    library.edition(&reference.id, &reference.edition).cloned().ok_or_else(unknown)
}

/// The criteria a file names, fetched where they are not there.
pub(super) async fn brought(shelf: &Shelf, opened: &Opened) -> Result<Rc<Pack>, ReadError> {
    shelf.bring(&opened.pack().id, &opened.pack().edition).await;
    pack_of(&shelf.library(), opened)
}

/// Goes to the overview; in a part that was handed out, to the first of its items.
fn start(kit: &Kit, pack: Rc<Pack>, project: Project) -> String {
    let first = part_of(&project).and_then(|part| part.slots(&pack).first().copied());
    let id = kit.store.add(pack.clone(), project);
    let route = first.map_or_else(|| Route::Overview { id: id.clone() }, |slot| Route::item(&id, &pack, slot));
    page::go(&route.href());
    id
}

fn open_file(kit: &Kit, file: File) {
    let kit = kit.clone();
    spawn_local(async move {
        let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
            return;
        };
        let name = file.name();
        match Foreign::of(&name) {
            Some(Foreign::Document) => return take_draft(&kit, file).await,
            Some(Foreign::Table) => return take_table(&kit, file).await,
            Some(Foreign::Other) => {
                let name = say::on_one_line(kit.language, &name);
                return kit.notify.emit(Notice::bad(fill(kit.words().arrivals_unusable(), &[("name", &name)])));
            }
            None => {}
        }
        if files::is_zip(&file).await {
            let later = kit.clone();
            open_bundle(&kit, file, move |opened| spawn_local(async move { take_bundle(&later, &name, opened).await }));
            return;
        }
        let read = files::read(&file).await;
        if let Ok(bytes) = &read
            && let Some(notice) = take_pack(&kit, &name, bytes).await
        {
            kit.notify.emit(notice);
            return;
        }
        if let Ok(bytes) = &read
            && archive::is_scoring(bytes)
        {
            return take_scoring(&kit, bytes).await;
        }
        let read = match read {
            Ok(bytes) => project(&bytes, &kit.shelf).await,
            Err(error) => Err(error),
        };
        match read {
            Ok((pack, project, changed)) => {
                let text = if changed { kit.words().opened_changed() } else { kit.words().opened() };
                let told = match part_of(&project).filter(|_| !changed) {
                    Some(part) => fill(kit.words().part_opened(), &[("name", &name), ("department", &department(&kit, &part))]),
                    None => fill(text, &[("name", &name)]),
                };
                start(&kit, pack, project);
                kit.notify.emit(Notice::good(told));
            }
            Err(error) => {
                let reason = say::read_error(kit.language, &error);
                kit.notify
                    .emit(Notice::bad(fill(kit.words().not_opened(), &[("name", &name), ("reason", &reason)])));
            }
        }
    });
}

/// Brings a draft that was edited in a word processor to the assessment it belongs to, where only one can be meant; a report of earlier
/// years looks the same from outside, so that its page is named as well.
async fn take_draft(kit: &Kit, file: File) {
    let name = say::on_one_line(kit.language, &file.name());
    let cards = storage::list().await.unwrap_or_default();
    let [card] = cards.as_slice() else {
        kit.notify.emit(Notice::bad(fill(kit.words().drafts_home(), &[("name", &name)])));
        return;
    };
    hand_over(file);
    page::go(&Route::Departments { id: card.id.clone() }.href());
    kit.notify.emit(Notice::good(fill(kit.words().drafts_taken(), &[("name", &name)])));
}

/// Brings a table to the indicators of the assessment it belongs to, where only one can be meant.
async fn take_table(kit: &Kit, file: File) {
    let name = say::on_one_line(kit.language, &file.name());
    let cards = storage::list().await.unwrap_or_default();
    if let [card] = cards.as_slice()
        && let Ok(Some(stored)) = storage::load(&card.id).await
        && let Ok((pack, ..)) = project(stored.content.as_bytes(), &kit.shelf).await
        && let Some(first) = pack.results_items().next()
    {
        hand_over_table(file);
        page::go(&Route::indicators(&card.id, &pack, first).href());
        kit.notify.emit(Notice::good(fill(kit.words().tables_taken(), &[("name", &name)])));
        return;
    }
    kit.notify.emit(Notice::bad(fill(kit.words().tables_home(), &[("name", &name)])));
}

/// Keeps a scoring copy, unless it is here already, and goes to its page.
async fn take_scoring(kit: &Kit, bytes: &[u8]) {
    let key = sha256(bytes);
    let content = String::from_utf8_lossy(bytes);
    match panels::save(
        panels::Kind::Scoring,
        &key,
        content.strip_prefix('\u{feff}').unwrap_or(&content),
        0,
        &journal::next_mark(),
    )
    .await
    {
        Err(error) if error != StorageError::Newer => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
        _ => page::go(&Route::Scoring { key }.href()),
    }
}

/// Takes over the assessment of a bundle, whose evidence files are kept already.
async fn take_bundle(kit: &Kit, name: &str, opened: Result<Brought, String>) {
    let read = match opened {
        Ok(brought) => match project(&brought.content, &kit.shelf).await {
            Ok(read) => Ok((read, brought)),
            Err(error) => Err(say::read_error(kit.language, &error)),
        },
        Err(reason) => Err(reason),
    };
    kit.notify.emit(match read {
        Ok(((pack, project, _), brought)) => {
            let id = start(kit, pack, project);
            let (words, n) = (kit.words(), brought.files.to_string());
            if let Err(error) = brought.keep_versions(&id).await {
                Notice::bad(storage_words(words, error))
            } else if brought.told.is_empty() {
                Notice::good(fill(words.register_bundle_opened(), &[("name", name), ("n", &n)]))
            } else {
                let values = [("name", name), ("n", n.as_str()), ("told", brought.told.as_str())];
                Notice::good(fill(words.register_bundle_opened_differing(), &values))
            }
        }
        Err(reason) => Notice::bad(fill(kit.words().not_opened(), &[("name", name), ("reason", &reason)])),
    });
}

/// Reads an assessment under the criteria it names, which are fetched where they are not there.
async fn project(bytes: &[u8], shelf: &Shelf) -> Result<(Rc<Pack>, Project, bool), ReadError> {
    let opened = archive::open_bytes(bytes)?;
    let pack = brought(shelf, &opened).await?;
    let changed = opened.criteria_changed(&pack);
    let project = opened.with_pack(&pack)?;
    Ok((pack, project, changed))
}

fn open_sample(kit: &Kit, kind: Kind) {
    let kit = kit.clone();
    spawn_local(async move {
        let Some(content) = samples::worked(kind, kit.language).await else {
            return kit.notify.emit(Notice::bad(kit.words().sample_missing()));
        };
        match project(content.as_bytes(), &kit.shelf).await {
            Ok((pack, project, _)) => {
                start(&kit, pack, project);
            }
            Err(error) => kit.notify.emit(Notice::bad(say::read_error(kit.language, &error))),
        }
    });
}

/// Offers the backup of an assessment that is kept, locked where there is a passphrase: the bundle where it has evidence files, else its
/// file.
async fn backup(shelf: &Shelf, screen: &Screen, id: String, passphrase: Option<String>) {
    let words = screen.words();
    let notice = match storage::load(&id).await {
        Ok(Some(stored)) => {
            let name = match project(stored.content.as_bytes(), shelf).await {
                Ok((pack, project, _)) if has_files(&project.assessment) => {
                    let bundled = Bundled {
                        pack,
                        content: stored.content,
                        assessment: Rc::new(project.assessment),
                    };
                    return back_up(screen.language, &screen.notify, id, bundled, passphrase);
                }
                Ok((_, project, _)) => file_name(&project.assessment, Target::Json, Variant::Draft, screen.language, Some(clock::today())),
                // What cannot be read can still be saved.
                Err(_) => [&id, ".json"].concat(),
            };
            if let Some(passphrase) = passphrase {
                return save_locked(screen.language, &screen.notify, Given::Text(stored.content), &name, passphrase);
            }
            match files::download(stored.content.as_bytes(), &name, "application/json") {
                Ok(()) => Notice::good(fill(words.file_saved(), &[("name", &name)])),
                Err(_) => Notice::bad(words.file_not_saved()),
            }
        }
        Ok(None) => Notice::bad(words.open_missing()),
        Err(error) => Notice::bad(storage_words(words, error)),
    };
    screen.notify.emit(notice);
}

/// Puts an assessment into the recycle bin.
async fn erase(screen: &Screen, id: &str, name: &str) {
    let words = screen.words();
    screen.notify.emit(match bin::put(id, name).await {
        Ok(()) => Notice::good(fill(words.bin_put(), &[("name", name)])),
        Err(error) => Notice::bad(storage_words(words, error)),
    });
}
