//! Mounts the page.

fn main() {
    award_kit::ui::mount();
}
