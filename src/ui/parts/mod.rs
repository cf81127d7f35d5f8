//! Parts that several pages share.

mod adopt;
mod backup;
mod band;
mod bundle;
mod cite;
mod document;
mod events;
mod file_target;
mod judged;
mod ladder;
mod links;
mod lock;
mod lock_dialog;
mod moment;
mod neighbours;
mod place;
mod ring;
mod source;

pub use adopt::adopt;
pub use backup::{Told, Watch, back_up_open, download_backup, download_document, download_pack, fill_template, has_files, lock_backup};
pub use band::band_list;
pub use bundle::{Brought, Bundled, back_up, download_bundle, download_part, open_bundle};
pub use cite::{REGISTER_LIST, cite, cited, register_list};
pub use document::preview;
pub use events::{key_of, on_button, on_value};
pub use file_target::{FileTarget, file_target, files_target};
pub use ladder::{Rated, ladder, ladder_of};
pub use links::jump;
pub use lock::{chosen, save_locked, unlocked};
pub use lock_dialog::{LOCKS, Locks};
pub use moment::{day_and_time, moment};
pub use neighbours::neighbours_of;
pub use place::{place_field, place_route, referrer_route, wanted_link};
pub use ring::ring;
pub use source::source_note;
