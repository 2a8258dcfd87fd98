//! Where files go: a folder, a bucket, or for tests nowhere at all.

use std::path::PathBuf;
use std::str::FromStr;

/// Where the content of files is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobsAt {
    /// A folder.
    Folder(PathBuf),
    /// An S3-compatible bucket, and what the names of all objects begin with.
    Bucket {
        /// The bucket.
        bucket: String,
        /// The beginning of all names, without slashes around it; may be empty.
        prefix: String,
    },
    /// Memory, for tests; no setting asks for it.
    Memory,
}

impl FromStr for BlobsAt {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "allowed: file:PATH or s3://BUCKET/PREFIX";
        if let Some(path) = text.strip_prefix("file:").filter(|path| !path.is_empty()) {
            return Ok(Self::Folder(path.strip_prefix("//").unwrap_or(path).into()));
        }
        let name = text.strip_prefix("s3://").ok_or(WHAT)?;
        let (bucket, prefix) = name.split_once('/').unwrap_or((name, ""));
        if bucket.is_empty() {
            return Err(WHAT);
        }
        Ok(Self::Bucket { bucket: bucket.to_owned(), prefix: prefix.trim_matches('/').to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_buckets_are_named_by_their_scheme() {
        assert_eq!("file:/var/files".parse(), Ok(BlobsAt::Folder("/var/files".into())));
        let bucket = |prefix: &str| BlobsAt::Bucket { bucket: "b".into(), prefix: prefix.into() };
        assert_eq!("s3://b".parse(), Ok(bucket("")));
        assert_eq!("s3://b/codessa/files/".parse(), Ok(bucket("codessa/files")));
        for refused in ["", "file:", "s3://", "memory:", "/var/files"] {
            assert!(refused.parse::<BlobsAt>().is_err(), "{refused}");
        }
    }
}
