//! Programs and fonts that the operating system provides, and how to get them where they are missing.

use std::path::Path;
use std::process::Command;

use crate::command::{Result, answer, run, say};
use crate::tools;

/// Something the system provides.
pub struct Need {
    /// How one sees that it is there.
    sign: Sign,
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
}

enum Sign {
    /// One of these programs is on the PATH.
    Program(&'static [&'static str]),
    /// Chinese text can be drawn.
    ChineseFont,
    /// LibreOffice has its spreadsheets.
    Spreadsheets,
}

pub const NODE: Need = Need {
    sign: Sign::Program(&["npm"]),
    packages: &["nodejs", "npm"],
};

/// What the tests need besides Node: Chromium and its driver, two other engines and a display in memory for the one that needs it, a Chinese
/// font, and readers for the documents made.
pub const TESTS: &[Need] = &[
    Need {
        sign: Sign::Program(BROWSERS),
        packages: &["chromium"],
    },
    Need {
        sign: Sign::Program(&["chromedriver"]),
        packages: &["chromium-driver"],
    },
    Need {
        sign: Sign::Program(FIREFOX),
        packages: &["firefox-esr"],
    },
    Need {
        sign: Sign::Program(&["WebKitWebDriver"]),
        packages: &["webkit2gtk-driver"],
    },
    Need {
        sign: Sign::Program(&["Xvfb"]),
        packages: &["xvfb"],
    },
    Need {
        sign: Sign::ChineseFont,
        packages: &["fonts-noto-cjk"],
    },
    Need {
        sign: Sign::Program(OFFICE),
        packages: &["libreoffice-writer-nogui"],
    },
    Need {
        sign: Sign::Spreadsheets,
        packages: &["libreoffice-calc-nogui"],
    },
    Need {
        sign: Sign::Program(&["pdftotext"]),
        packages: &["poppler-utils"],
    },
];

/// What the validators of Office files run in.
pub const PYTHON: Need = Need {
    sign: Sign::Program(&["python3"]),
    packages: &["python3", "python3-venv"],
};

const OFFICE: &[&str] = &["soffice", "libreoffice"];
pub const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
pub const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Chromium without all that is only seen: the same engine, for two thirds of the work a page.
pub const SHELLS: &[&str] = &["chromium-headless-shell", "headless_shell"];

/// What makes the tests faster and is not needed for them.
pub const SHELL: Need = Need {
    sign: Sign::Program(SHELLS),
    packages: &["chromium-headless-shell"],
};

impl Need {
    pub fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(names) => names.iter().any(|name| tools::find(name).is_some()),
            Sign::Spreadsheets => {
                let program = OFFICE.iter().find_map(|name| tools::find(name)).and_then(|path| path.canonicalize().ok());
                program.is_some_and(|path| path.with_file_name("libsclo.so").exists())
            }
            Sign::ChineseFont => answer("fc-list", &[":lang=zh-cn", "family"]).is_some_and(|list| !list.is_empty()),
        }
    }
}

/// Installs the Debian packages of every need that is not met, or says which command does.
pub fn ensure<'a>(needs: impl IntoIterator<Item = &'a Need>, duration: &str) -> Result {
    let missing: Vec<&str> = needs
        .into_iter()
        .filter(|need| !need.is_met())
        .flat_map(|need| need.packages)
        .copied()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing, duration)
}

/// Installs Debian packages, or says which command does.
pub fn install(packages: &[&str], duration: &str) -> Result {
    let list = packages.join(" ");
    if !Path::new("/etc/debian_version").exists() {
        return Err(format!(
            "Something is missing that Debian has in these packages: {list}. Install their like on this system and run the command again."
        ));
    }
    if !may_install() {
        return Err(format!(
            "System packages are missing. Run `sudo apt-get update && sudo apt-get install --no-install-recommends {list}` and then the command again."
        ));
    }
    say(&format!("Installing {list} with apt ({duration}, once per machine) …"));
    run(apt().args(["--quiet", "--quiet", "update"]), "apt-get update")?;
    run(
        apt()
            .args(["--quiet", "--quiet", "--yes", "--no-install-recommends", "--no-remove", "install"])
            .args(packages),
        &format!("apt-get install {list}"),
    )
}

/// Whether packages can be installed without asking: as root on Debian.
pub fn may_install() -> bool {
    Path::new("/etc/debian_version").exists() && answer("id", &["-u"]).as_deref() == Some("0")
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
