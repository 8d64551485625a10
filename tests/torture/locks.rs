//! Two people, one file.
