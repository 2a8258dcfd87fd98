//! How somebody is reached: addresses that the telephone and the mail program of the device understand.

/// The address that dials `phone`, as people write it; none if no number is in it.
pub fn tel(phone: &str) -> Option<String> {
    let first = phone.split(['/', ',', ';']).next().unwrap_or_default();
    let number: String = first.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (number.len() > 2).then(|| format!("tel:{number}"))
}

/// The address that begins a mail to `email`; none for one that a mail program could take for more than an address.
pub fn mailto(email: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@.-_+'".contains(c);
    (email.contains('@') && email.chars().all(plain)).then(|| format!("mailto:{email}"))
}
