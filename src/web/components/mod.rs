//! The parts of the page, one a file: they show data and send actions.

pub mod action_row;
pub mod action_table;
pub mod analyse;
pub mod cell;
pub mod date_field;
pub mod details;
pub mod divider;
pub mod empty_state;
pub mod export_menu;
pub mod groups_view;
pub mod header;
pub mod icon;
pub mod item_card;
pub mod legend;
pub mod meeting_date;
pub mod notes;
pub mod notices;
pub mod overview;
pub mod parts;
pub mod peek;
pub mod privacy;
pub mod source_line;
pub mod source_pane;
pub mod tabs;
pub mod working;
