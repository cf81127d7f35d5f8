//! The command line of the kit: prints what [`award_kit::command`] answers.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let today = chrono::Local::now().date_naive();
    let finished = award_kit::command::run(std::env::args_os(), today);
    let told = std::io::stdout().lock().write_all(finished.output.as_bytes());
    if !finished.error.is_empty() {
        eprintln!("{}", finished.error);
    }
    match told {
        Ok(()) => finished.status.into(),
        Err(_) => 2.into(),
    }
}
