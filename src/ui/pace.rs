//! How long the panel has been on a case and in session, and how long the cases left will take at
//! this pace. Nothing of it is kept: a record of minutes per child would measure the wrong thing.
