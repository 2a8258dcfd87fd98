//! Labels with codes on systems: printing them, scanning them.

/// What the pages of labels say.
pub struct Label {
    /// The page where they are printed.
    pub title: &'static str,
    /// What they are for.
    pub lead: &'static str,
    /// Prints labels.
    pub print_labels: &'static str,
    /// Prints the label of one system.
    pub print_one: &'static str,
    /// Which sheet.
    pub sheet: &'static str,
    /// A sheet by its maker's name: how many labels are on it.
    pub sheet_of: fn(&str, usize) -> String,
    /// A roll of labels, one behind the other.
    pub roll: &'static str,
    /// The first place of a sheet that is still free.
    pub first_place: &'static str,
    /// What that is for.
    pub first_place_hint: &'static str,
    /// A place by its number, row and column.
    pub place: fn(usize, usize, usize) -> String,
    /// Which systems.
    pub systems: &'static str,
    /// Chooses all of them.
    pub all: &'static str,
    /// Chooses none.
    pub none: &'static str,
    /// When its label was made.
    pub made: fn(&str) -> String,
    /// It has no label yet.
    pub unmade: &'static str,
    /// There is no system that could have one.
    pub no_systems: &'static str,
    /// The same, for who may not make one.
    pub no_labels: &'static str,
    /// Prints so many labels on so many sheets.
    pub print: fn(usize) -> String,
    /// How to print true to size.
    pub full_size: &'static str,
    /// What is printed, as it will be.
    pub preview: &'static str,
    /// A sheet, by its number.
    pub sheet_number: fn(usize) -> String,
    /// What a code is, by the system's name.
    pub code_of: fn(&str) -> String,
    /// The code comes when it is printed.
    pub code_later: &'static str,
    /// What stands on a label, below the name of the home.
    pub scan_with: &'static str,
    /// Makes a new code for a system.
    pub renew: &'static str,
    /// The same, by the system's name.
    pub renew_named: fn(&str) -> String,
    /// What that means.
    pub renew_body: &'static str,
    /// That was done, by the system's name.
    pub renewed: fn(&str) -> String,
    /// The page where one is scanned.
    pub scan: &'static str,
    /// What to do there.
    pub scan_lead: &'static str,
    /// What the picture of the camera is, for a screen reader.
    pub camera: &'static str,
    /// The camera may not be used.
    pub camera_refused: &'static str,
    /// What to do then.
    pub camera_refused_body: &'static str,
    /// There is no camera, or another program has it.
    pub camera_absent: &'static str,
    /// What to do then.
    pub camera_absent_body: &'static str,
    /// The reader cannot be fetched.
    pub reader_absent: &'static str,
    /// Chooses a picture instead.
    pub choose: &'static str,
    /// The picture is looked through.
    pub looking: &'static str,
    /// It has no code that can be read.
    pub no_code: &'static str,
    /// What to do then.
    pub no_code_body: &'static str,
    /// It is no picture that this browser can read.
    pub no_picture: &'static str,
    /// A code, but no label.
    pub other_code: &'static str,
    /// What a label looks like.
    pub other_code_body: &'static str,
    /// A label was scanned: the page's title.
    pub scanned: &'static str,
    /// It belongs to no home on this device.
    pub unknown: &'static str,
    /// What to do then, for who is not signed in.
    pub unknown_body: &'static str,
    /// The same, for who is.
    pub unknown_body_signed_in: &'static str,
    /// A home is still being fetched, and it may be in there.
    pub arriving: &'static str,
    /// What to do then.
    pub arriving_body: &'static str,
    /// A newer one took its place.
    pub replaced: &'static str,
    /// What to do then.
    pub replaced_body: &'static str,
    /// Opens the page of the system.
    pub open_system: &'static str,
    /// Opens a home, by its name.
    pub open_home: fn(&str) -> String,
    /// Reports of faults by others.
    pub reports_title: &'static str,
    /// Whether others may report faults by the labels.
    pub reports: &'static str,
    /// What that means.
    pub reports_hint: &'static str,
    /// It needs a connection.
    pub reports_offline: &'static str,
    /// What strangers are told that a label is on.
    pub reports_names: &'static str,
    /// What that means.
    pub reports_names_hint: &'static str,
    /// The box of one system, by its name.
    pub reports_name: fn(&str) -> String,
    /// Keeps those names.
    pub reports_save: &'static str,
    /// They are kept.
    pub reports_saved: &'static str,
}
