//! The native tests: one binary, a file per feature a user can see. Worked cases stand as tables, laws as properties.

mod adapt;
mod agency_readmes;
#[cfg(feature = "cli")]
mod agency_template;
mod archive;
mod based_packs;
mod benchmark;
#[cfg(feature = "cli")]
mod broken_packs;
#[cfg(feature = "cli")]
mod bundle;
mod carry;
#[cfg(feature = "cli")]
mod carry_command;
mod carry_laws;
mod carrying;
mod cases;
mod checked_packs;
#[cfg(feature = "cli")]
mod clean_submission;
#[cfg(feature = "cli")]
mod command_benchmark;
#[cfg(feature = "cli")]
mod command_indicators;
#[cfg(feature = "cli")]
mod command_interview;
#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "cli")]
mod command_lock;
#[cfg(feature = "cli")]
mod command_merge;
#[cfg(feature = "cli")]
mod command_new_pack;
#[cfg(feature = "cli")]
mod command_packs;
#[cfg(feature = "cli")]
mod command_panel;
#[cfg(feature = "cli")]
mod command_training;
mod comparing;
mod credit_code;
mod departments;
#[cfg(feature = "cli")]
mod desk;
mod differences;
#[cfg(feature = "documents")]
mod document_files;
mod documents;
mod eligibility;
mod every_word;
mod evidence;
mod examiner_verdicts;
#[cfg(feature = "documents")]
mod export;
mod exports;
mod faults;
mod faults_1_1;
mod figure_sheet;
mod figures;
mod figures_in_texts;
mod figures_overview;
#[cfg(feature = "documents")]
mod fuzzed;
mod handlers;
#[cfg(feature = "documents")]
mod hostile;
mod import;
#[cfg(feature = "cli")]
mod import_arrangements;
mod import_asked;
#[cfg(feature = "cli")]
mod import_command;
mod import_doubts;
#[cfg(feature = "cli")]
mod import_draft_command;
#[cfg(feature = "documents")]
mod import_files;
mod import_groups;
#[cfg(feature = "documents")]
mod import_libreoffice;
#[cfg(feature = "documents")]
mod import_oddities;
#[cfg(feature = "cli")]
mod import_real_shapes;
mod import_samples;
#[cfg(feature = "documents")]
mod import_struck_out;
#[cfg(feature = "documents")]
mod import_variants;
#[cfg(feature = "documents")]
mod import_workbooks;
mod improvement;
mod indicator_packs;
mod indicator_results;
mod indicator_statistics;
mod interview;
mod journal;
mod json;
mod kinds;
mod large_pack;
mod library;
mod lineage;
#[cfg(feature = "documents")]
mod lock;
#[cfg(feature = "documents")]
mod made_workbooks;
#[cfg(feature = "documents")]
mod made_xls;
#[cfg(feature = "documents")]
mod manuscripts;
mod many_values;
mod memory;
mod merge;
mod merge_entries;
mod merge_laws;
mod missing_counts;
#[cfg(feature = "documents")]
mod notes;
#[cfg(feature = "documents")]
mod numbers_as_written;
#[cfg(feature = "documents")]
mod office;
mod one_file_packs;
mod order;
#[cfg(feature = "cli")]
mod outlines;
mod overview;
#[cfg(feature = "documents")]
mod own_words;
mod pack_files;
mod packs;
mod panel;
mod parts_asked_for;
mod pasted_blocks;
#[cfg(feature = "documents")]
mod pinned;
mod planted_slips;
mod profile_fields;
mod promises;
mod rating_tables;
#[cfg(feature = "cli")]
mod receipts;
mod recomputed_figures;
mod record;
mod records;
mod red_pen;
#[cfg(feature = "cli")]
mod region_packs;
mod report;
#[cfg(feature = "documents")]
mod returned;
mod sample_figures;
mod samples;
mod saved_again;
mod saving_protocol;
mod scoring;
mod searched;
mod simulation;
mod size;
mod slips;
mod split_command;
mod spoken;
mod styles;
mod suggestion;
mod terms;
mod told;
#[cfg(feature = "cli")]
mod tracked;
mod typed;
mod undecided;
#[cfg(feature = "cli")]
mod validators;
mod versions;
mod ways_to_pages;
mod wording;
#[cfg(feature = "documents")]
mod workbook;
#[cfg(feature = "documents")]
mod workbook_laws;
#[cfg(feature = "documents")]
mod workbook_panel;
#[cfg(feature = "documents")]
mod workbook_recalculated;
mod worked_cases;
mod worked_samples;
#[cfg(feature = "documents")]
mod worker_tasks;
mod writing;
mod written_anew;
