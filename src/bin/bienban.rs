//! The command line: minutes in, table or JSON out.

fn main() {}
