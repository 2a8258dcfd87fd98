//! Modules once more, compressed for a browser that has the app's main module already (RFC 9842, content coding `dcb`).
//!
//! What pages share is cut into many small modules, and each alone compresses badly: in one piece they would be a quarter smaller. The main module is
//! on every device before any of them, and says much of what they say: with it as a dictionary they are as small as in one piece. Browsers that know nothing
//! of this get what they always got. The main module itself is compressed with that of the release before, so that an update costs little.

use std::io::{Cursor, Error, ErrorKind};

use anyhow::{Context, Result};
use brotli::enc::interface::{InputPair, PredictionModeContextMap, StaticCommand};
use brotli::enc::{BrotliEncoderParams, StandardAlloc};
use brotli::{InputReferenceMut, IoReaderWrapper, IoWriterWrapper};
use sha2::{Digest, Sha256};

use super::Mode;
use super::asset::Site;
use super::manifest::Manifest;

/// The main module, by the name it has without its hash.
const MAIN: &str = "app.wasm";

/// The first bytes of every such file; the SHA-256 of the dictionary follows them.
const MAGIC: [u8; 4] = [0xff, b'D', b'C', b'B'];

/// Pieces in which the compressor reads and writes.
const PIECE_BYTES: usize = 1 << 16;

/// Adds to every module what it is to a browser that has the main one.
pub(crate) fn add(mode: Mode, site: &mut Site) -> Result<()> {
    if mode == Mode::Dev {
        return Ok(());
    }
    let main = site.plain(MAIN)?;
    let before = main_before(mode);
    let modules: Vec<String> =
        site.assets().map(|(name, _)| name.to_owned()).filter(|name| name.ends_with(".wasm")).collect();
    for name in modules {
        let dictionary = if name == MAIN { before.as_deref() } else { Some(&main[..]) };
        let Some(dictionary) = dictionary else { continue };
        let packed =
            compress(&site.plain(&name)?, dictionary).with_context(|| format!("{name} cannot be compressed"))?;
        site.add_known(&name, &packed)?;
    }
    Ok(())
}

/// The main module of the release before, if it is there.
fn main_before(mode: Mode) -> Option<Vec<u8>> {
    let before = Manifest::read(mode).ok()?;
    let packed = std::fs::read(mode.folder().join(&before.assets.get(MAIN)?.stored)).ok()?;
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut &packed[..], &mut plain).ok()?;
    Some(plain)
}

fn compress(bytes: &[u8], dictionary: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut packed = [&MAGIC[..], &Sha256::digest(dictionary)].concat();
    let (mut read, mut written) = (vec![0; PIECE_BYTES], vec![0; PIECE_BYTES]);
    let mut ignore = |_: &mut PredictionModeContextMap<InputReferenceMut>,
                      _: &mut [StaticCommand],
                      _: InputPair,
                      _: &mut StandardAlloc| ();
    brotli::enc::BrotliCompressCustomIoCustomDict(
        &mut IoReaderWrapper(&mut Cursor::new(bytes)),
        &mut IoWriterWrapper(&mut packed),
        &mut read,
        &mut written,
        &parameters,
        StandardAlloc::default(),
        &mut ignore,
        dictionary,
        Error::from(ErrorKind::UnexpectedEof),
    )?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_dictionary_says_is_not_said_again() {
        let dictionary: Vec<u8> =
            (0..20_000u32).flat_map(|number| Sha256::digest(number.to_be_bytes())[..2].to_vec()).collect();
        let packed = compress(&dictionary[5_000..15_000], &dictionary).expect("it fits in memory");
        assert_eq!(packed[..4], MAGIC);
        assert_eq!(packed[4..36], Sha256::digest(&dictionary)[..]);
        assert!(packed.len() < 100, "{} bytes", packed.len());
    }
}
