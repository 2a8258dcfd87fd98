//! `/api/spaces/{space}/files/{hash}`: files in parts, their limits, what is told of them and to whom.

use super::home::{HOME, edit};
use super::{Answer, Person, on_both};
use crate::sweep::sweep;
use axum::body::Body;
use axum::http::Method;
use model::access::Role;
use model::{FaultCode, FileHash, FileRef};
use serde_json::json;
use wire::file::{CHUNK_BYTES, Chunk, Received};
use wire::{ErrorCode, path};

const DAY_MS: i64 = 86_400_000;

impl Person {
    /// Sends a part of a file.
    async fn put(&self, hash: FileHash, chunk: Chunk, content: &[u8]) -> Answer {
        let path = format!("{}{}", path::file(HOME, hash), chunk.query());
        let request = self.request(Method::PUT, &path).header("content-type", "application/octet-stream");
        self.send(request, Body::from(content.to_vec())).await
    }

    /// Sends a whole file as the app does: asks how much is there, and goes on from that.
    pub(crate) async fn upload(&self, content: &[u8]) -> Answer {
        let hash = FileHash::of(content);
        let mut received: Received = self.get(&path::received(HOME, hash)).await.ok();
        loop {
            let from = usize::try_from(received.bytes).expect("small");
            let part = &content[from..content.len().min(from + CHUNK_BYTES)];
            let answer = self.put(hash, Chunk { offset: received.bytes, size: content.len() as u64 }, part).await;
            match answer.status.is_success() {
                true => received = answer.ok(),
                false => return answer,
            }
            if received.complete {
                return answer;
            }
        }
    }

    async fn fetch(&self, hash: FileHash) -> Answer {
        self.get(&path::file(HOME, hash)).await
    }
}

fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|n| (n % 253) as u8).collect()
}

/// A photo, drawn by the very library that reads it.
pub(crate) fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg).encode_image(&image).expect("encoded");
    jpeg
}

fn first(size: u64) -> Chunk {
    Chunk { offset: 0, size }
}

#[tokio::test]
async fn a_file_goes_on_where_it_broke_off() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let content = bytes(CHUNK_BYTES * 2 + 1000);
        let (hash, size) = (FileHash::of(&content), content.len() as u64);
        let half: Received = thandi.put(hash, first(size), &content[..CHUNK_BYTES]).await.ok();
        assert_eq!(half, Received { bytes: CHUNK_BYTES as u64, complete: false });
        thandi.fetch(hash).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&path::received(HOME, hash)).await.ok::<Received>(), half);
        assert_eq!(thandi.upload(&content).await.ok::<Received>(), Received { bytes: size, complete: true });
        let answer = thandi.fetch(hash).await;
        assert_eq!((answer.status.as_u16(), answer.body), (200, content));
    })
    .await;
}

#[tokio::test]
async fn a_part_sent_twice_is_harmless_and_one_too_early_is_refused() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let content = bytes(3000);
        let hash = FileHash::of(&content);
        let part = |offset: usize| (Chunk { offset: offset as u64, size: 3000 }, &content[offset..offset + 1000]);
        let refusal = thandi.put(hash, part(1000).0, part(1000).1).await.refused(ErrorCode::Conflict);
        assert_eq!((refusal.faults[0].field.as_str(), refusal.faults[0].limit), ("offset", Some(0)));
        for offset in [0, 0, 1000, 0, 1000, 2000] {
            thandi.put(hash, part(offset).0, part(offset).1).await.ok::<Received>();
        }
        let again: Received = thandi.put(hash, part(0).0, part(0).1).await.ok();
        assert_eq!(again, Received { bytes: 3000, complete: true });
        assert_eq!(thandi.fetch(hash).await.body, content);
    })
    .await;
}

#[tokio::test]
async fn limits_are_named() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let (hash, photo_head) = (FileHash([9; 32]), b"\xff\xd8\xff\xe0 a photo of 27 MB");
        let rows: [(Chunk, &[u8], ErrorCode, &str); 6] = [
            (first(200_000_000), b"x", ErrorCode::TooLarge, "size"),
            (first(27_000_000), photo_head, ErrorCode::TooLarge, "size"),
            (first(0), b"", ErrorCode::Invalid, "size"),
            (first(3), b"four", ErrorCode::Invalid, "offset"),
            (Chunk { offset: u64::MAX, size: 10 }, b"x", ErrorCode::Invalid, "offset"),
            (Chunk { offset: 5, size: 10 }, b"x", ErrorCode::Conflict, "offset"),
        ];
        for (chunk, content, code, field) in rows {
            let refusal = thandi.put(hash, chunk, content).await.refused(code);
            assert_eq!(refusal.faults[0].field, field, "{chunk:?}");
        }
        thandi.put(hash, first(600_000), &bytes(CHUNK_BYTES + 1)).await.refused(ErrorCode::TooLarge);
        let path = format!("{}?offset=zero&size=1", path::file(HOME, hash));
        let request = thandi.request(Method::PUT, &path).header("content-type", "application/octet-stream");
        thandi.send(request, Body::from("x")).await.refused(ErrorCode::Unreadable);
        let none: Received = thandi.get(&path::received(HOME, hash)).await.ok();
        assert_eq!(none, Received { bytes: 0, complete: false }, "nothing was kept");
    })
    .await;
}

#[tokio::test]
async fn the_size_of_a_file_does_not_change_on_the_way() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let hash = FileHash([9; 32]);
        thandi.put(hash, first(10), b"x").await.ok::<Received>();
        let refusal = thandi.put(hash, Chunk { offset: 1, size: 11 }, b"x").await.refused(ErrorCode::Invalid);
        assert_eq!(refusal.faults[0].code, FaultCode::Contradicts);
    })
    .await;
}

#[tokio::test]
async fn what_has_another_hash_is_not_kept_and_can_be_sent_again() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let content = bytes(100);
        let hash = FileHash::of(&content);
        let refusal = thandi.put(hash, first(100), &[0; 100]).await.refused(ErrorCode::Invalid);
        assert_eq!(refusal.faults[0].field, "hash");
        thandi.fetch(hash).await.refused(ErrorCode::NotFound);
        thandi.upload(&content).await.ok::<Received>();
        assert_eq!(thandi.fetch(hash).await.body, content);
    })
    .await;
}

#[tokio::test]
async fn a_png_bomb_is_refused_by_its_head() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let image = image::GrayImage::new(12_001, 3);
        let mut png = std::io::Cursor::new(Vec::new());
        image.write_to(&mut png, image::ImageFormat::Png).expect("encoded");
        let refusal = thandi.upload(png.get_ref()).await.refused(ErrorCode::Invalid);
        assert_eq!((refusal.faults[0].field.as_str(), refusal.faults[0].limit), ("width", Some(12_000)));
        thandi.fetch(FileHash::of(png.get_ref())).await.refused(ErrorCode::NotFound);
    })
    .await;
}

/// Sends a file byte by byte at first, so that nobody can tell from its first part what it is.
async fn upload_hidden(thandi: &Person, content: &[u8]) -> Answer {
    let (hash, size) = (FileHash::of(content), content.len() as u64);
    let mut from = 0;
    loop {
        let end = content.len().min(if from == 0 { 1 } else { from + CHUNK_BYTES });
        let answer = thandi.put(hash, Chunk { offset: from as u64, size }, &content[from..end]).await;
        from = end;
        if from == content.len() || !answer.status.is_success() {
            return answer;
        }
    }
}

#[tokio::test]
async fn a_first_part_of_one_byte_hides_neither_a_bomb_nor_a_heavy_photo() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut png = std::io::Cursor::new(Vec::new());
        image::GrayImage::new(12_001, 3).write_to(&mut png, image::ImageFormat::Png).expect("encoded");
        let refusal = upload_hidden(&thandi, png.get_ref()).await.refused(ErrorCode::Invalid);
        assert_eq!(refusal.faults[0].field, "width");
        let mut heavy = photo(20, 20);
        heavy.resize(25 * 1024 * 1024 + 1, 0);
        let refusal = upload_hidden(&thandi, &heavy).await.refused(ErrorCode::TooLarge);
        assert_eq!((refusal.faults[0].field.as_str(), refusal.faults[0].limit), ("size", Some(25 * 1024 * 1024)));
        for content in [png.get_ref(), &heavy] {
            let none: Received = thandi.get(&path::received(HOME, FileHash::of(content))).await.ok();
            assert_eq!(none, Received { bytes: 0, complete: false }, "nothing was kept");
        }
        let content = photo(30, 30);
        upload_hidden(&thandi, &content).await.ok::<Received>();
        assert_eq!(thandi.fetch(FileHash::of(&content)).await.header("content-type"), "image/jpeg");
    })
    .await;
}

#[tokio::test]
async fn a_renamed_executable_is_an_attachment_and_never_runs() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let page = b"<!doctype html><script>alert(1)</script>".to_vec();
        for (content, media) in [
            (b"MZ\x90\0 holiday.jpg".to_vec(), "application/octet-stream"),
            (page, "application/octet-stream"),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), "application/octet-stream"),
            (b"%PDF-1.7 and so on".to_vec(), "application/pdf"),
            (photo(20, 20), "image/jpeg"),
        ] {
            thandi.upload(&content).await.ok::<Received>();
            let answer = thandi.fetch(FileHash::of(&content)).await;
            assert_eq!(answer.header("content-type"), media);
            assert_eq!(answer.header("content-disposition"), "attachment");
            assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("content-length"), content.len().to_string());
        }
    })
    .await;
}

#[tokio::test]
async fn photos_have_a_small_picture_and_nothing_else_has() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let large = photo(1600, 800);
        thandi.upload(&large).await.ok::<Received>();
        for _ in 0..2 {
            let answer = thandi.get(&path::preview(HOME, FileHash::of(&large))).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "image/jpeg"));
            let small = image::load_from_memory(&answer.body).expect("a picture");
            assert_eq!((small.width(), small.height()), (640, 320));
        }
        let truncated = &large[..300];
        for content in [b"%PDF-1.7".as_slice(), b"plain text", b"\0\0\0\x18ftypheic\0", truncated, b"GIF89a"] {
            thandi.upload(content).await.ok::<Received>();
            thandi.get(&path::preview(HOME, FileHash::of(content))).await.refused(ErrorCode::NotFound);
        }
    })
    .await;
}

#[tokio::test]
async fn files_follow_the_rules_of_their_home() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let naledi = server.person("naledi").await.member(&server, Role::Viewer).await;
        let pieter = server.person("pieter").await;
        let content = photo(30, 30);
        let hash = FileHash::of(&content);
        thandi.upload(&content).await.ok::<Received>();
        assert_eq!(naledi.fetch(hash).await.body, content);
        naledi.put(FileHash::of(b"x"), first(1), b"x").await.refused(ErrorCode::Forbidden);
        for path in [path::file(HOME, hash), path::received(HOME, hash), path::preview(HOME, hash)] {
            pieter.get(&path).await.refused(ErrorCode::NotFound);
            server.stranger().get(&path).await.refused(ErrorCode::SignIn);
        }
    })
    .await;
}

#[tokio::test]
async fn knowing_a_hash_does_not_give_the_file() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let content = bytes(50);
        thandi.upload(&content).await.ok::<Received>();
        let other = model::SpaceId(uuid::Uuid::from_u128(8));
        let pieter = server.person("pieter").await;
        pieter.post(path::SPACES, &wire::space::SpaceNew { id: other }).await.ok::<serde_json::Value>();
        let received: Received = pieter.get(&path::received(other, FileHash::of(&content))).await.ok();
        assert_eq!(received, Received { bytes: 0, complete: false });
        pieter.get(&path::file(other, FileHash::of(&content))).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn files_that_no_record_names_go_after_seven_days() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let (named, unnamed, begun) = (bytes(10), bytes(20), bytes(30));
        thandi.upload(&named).await.ok::<Received>();
        thandi.upload(&unnamed).await.ok::<Received>();
        thandi.put(FileHash::of(&begun), first(30), &begun[..5]).await.ok::<Received>();
        let file = FileRef {
            hash: FileHash::of(&named),
            name: "a.bin".into(),
            media: "application/octet-stream".into(),
            size: 10,
            ..FileRef::default()
        };
        thandi.push(&[edit(1, "document", &json!({"title": "A paper", "type": "other", "file": file}))]).await;
        server.app.clock.advance_ms(7 * DAY_MS);
        sweep(&server.app).await.expect("swept");
        assert_eq!(thandi.fetch(FileHash::of(&unnamed)).await.status, 200, "not yet");
        server.app.clock.advance_ms(1);
        sweep(&server.app).await.expect("swept");
        thandi.fetch(FileHash::of(&unnamed)).await.refused(ErrorCode::NotFound);
        let none: Received = thandi.get(&path::received(HOME, FileHash::of(&begun))).await.ok();
        assert_eq!(none.bytes, 0);
        assert_eq!(thandi.fetch(FileHash::of(&named)).await.body, named);
    })
    .await;
}

#[tokio::test]
async fn erasing_a_home_removes_its_files() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let content = bytes(40);
        thandi.upload(&content).await.ok::<Received>();
        thandi.delete(&path::space(HOME)).await.done();
        assert!(server.app.blobs.content(HOME, FileHash::of(&content)).await.is_err());
        assert_eq!(server.app.storage.erased_spaces().await.expect("asked"), []);
    })
    .await;
}
