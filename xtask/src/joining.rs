//! Makes one module of several that the splitter cut off the same program.
//!
//! Such modules are of one make: the same types, imports of the first module's memory, table and globals, functions that
//! meet through that table, and data at fixed places. So functions follow one another, globals go by their names, and all
//! else stays as it is. Whatever is of another make is refused.

use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, TypeSection};
use wasmparser::{BinaryReaderError, DataKind, Parser, Payload, TypeRef};

use crate::command::Result;

pub fn join(modules: &[&[u8]]) -> Result<Vec<u8>> {
    let mut joined = Joined::default();
    for module in modules {
        joined.add(module)?;
    }
    Ok(joined.finish())
}

#[derive(Default)]
struct Joined {
    types: Option<TypeSection>,
    imports: ImportSection,
    known: Vec<(String, TypeRef)>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

/// What the numbers in one module become in the joined one.
struct Numbers {
    first_function: u32,
    globals: Vec<u32>,
}

impl Reencode for Numbers {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, reencode::Error> {
        Ok(self.first_function + function)
    }

    fn global_index(&mut self, global: u32) -> std::result::Result<u32, reencode::Error> {
        Ok(self.globals[global as usize])
    }
}

impl Joined {
    fn add(&mut self, module: &[u8]) -> Result {
        let mut numbers = Numbers {
            first_function: self.functions.len(),
            globals: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(module) {
            self.add_section(payload.map_err(unreadable)?, &mut numbers)?;
        }
        Ok(())
    }

    fn add_section(&mut self, payload: Payload, numbers: &mut Numbers) -> Result {
        match payload {
            Payload::TypeSection(section) => {
                let mut types = TypeSection::new();
                numbers.parse_type_section(&mut types, section).map_err(unmade)?;
                let types_differ = || "The splitter gave its modules types of their own".to_owned();
                match &self.types {
                    Some(known) if encoded(known) != encoded(&types) => return Err(strange(&types_differ())),
                    _ => self.types = Some(types),
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(unreadable)?;
                    self.import(import, numbers)?;
                }
            }
            Payload::FunctionSection(section) => numbers.parse_function_section(&mut self.functions, section).map_err(unmade)?,
            Payload::ElementSection(section) => numbers.parse_element_section(&mut self.elements, section).map_err(unmade)?,
            Payload::CodeSectionEntry(body) => numbers.parse_function_body(&mut self.code, body).map_err(unmade)?,
            Payload::DataSection(section) => {
                for data in section {
                    let data = data.map_err(unreadable)?;
                    match data.kind {
                        DataKind::Passive => return Err(strange("The splitter made data that is not laid at once")),
                        // Nothing names them by number, so empty ones are left out.
                        DataKind::Active { .. } if data.data.is_empty() => {}
                        DataKind::Active { .. } => numbers.parse_data(&mut self.data, data).map_err(unmade)?,
                    }
                }
            }
            Payload::Version { .. } | Payload::DataCountSection { .. } | Payload::CodeSectionStart { .. } | Payload::CustomSection(_) | Payload::End(_) => {}
            Payload::ExportSection(section) if section.count() == 0 => {}
            other => return Err(strange(&format!("The splitter made a module with an unexpected section ({other:?})"))),
        }
        Ok(())
    }

    /// Takes an import over once; later ones of the same name are the same thing.
    fn import(&mut self, import: wasmparser::Import, numbers: &mut Numbers) -> Result {
        let same_kind = |known: &&(String, TypeRef)| std::mem::discriminant(&known.1) == std::mem::discriminant(&import.ty);
        let place = match self.known.iter().filter(same_kind).position(|(name, _)| name == import.name) {
            Some(place) => place,
            None => {
                let place = self.known.iter().filter(same_kind).count();
                let kind = numbers.entity_type(import.ty).map_err(unmade)?;
                self.imports.import(import.module, import.name, kind);
                self.known.push((import.name.to_owned(), import.ty));
                place
            }
        };
        match import.ty {
            TypeRef::Global(_) => numbers.globals.push(u32::try_from(place).unwrap_or(u32::MAX)),
            TypeRef::Memory(_) | TypeRef::Table(_) if place == 0 => {}
            other => {
                return Err(strange(&format!(
                    "The splitter made a module with an unexpected import ({}: {other:?})",
                    import.name
                )));
            }
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        if let Some(types) = &self.types {
            module.section(types);
        }
        module.section(&self.imports).section(&self.functions).section(&self.elements);
        module.section(&DataCountSection { count: self.data.len() });
        module.section(&self.code).section(&self.data);
        module.finish()
    }
}

fn encoded(types: &TypeSection) -> Vec<u8> {
    let mut bytes = Vec::new();
    wasm_encoder::Encode::encode(types, &mut bytes);
    bytes
}

fn unreadable(error: BinaryReaderError) -> String {
    strange(&format!("A module of the splitter could not be read ({error})"))
}

fn unmade(error: reencode::Error) -> String {
    strange(&format!("A module of the splitter could not be joined with others ({error})"))
}

fn strange(what: &str) -> String {
    format!("{what}; look into xtask/src/joining.rs, or leave joining out by making the price of a file in grouping.rs nothing.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, ElementSegment, Elements, EntityType, Function, GlobalType, RefType, TableType, ValType};
    use wasmparser::Operator;

    /// A module with one function that reads `global`, put into the table at `place`.
    fn module(globals: &[&str], global: u32, place: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 9,
            maximum: None,
            shared: false,
        };
        imports.import("__wasm_split", "table", EntityType::Table(table));
        for name in globals {
            let kind = GlobalType {
                val_type: ValType::I32,
                mutable: true,
                shared: false,
            };
            imports.import("__wasm_split", name, EntityType::Global(kind));
        }
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut elements = ElementSection::new();
        elements.segment(ElementSegment {
            mode: wasm_encoder::ElementMode::Active {
                table: Some(0),
                offset: &ConstExpr::i32_const(place),
            },
            elements: Elements::Functions([0].as_slice().into()),
        });
        let mut function = Function::new([]);
        function.instructions().global_get(global).end();
        let mut code = CodeSection::new();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&elements).section(&code);
        module.finish()
    }

    /// What the functions read, by the names of globals, and what the table holds at which place.
    fn read(module: &[u8]) -> (Vec<String>, Vec<(i32, Vec<u32>)>) {
        let (mut globals, mut reads, mut table) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => globals.extend(section.into_imports().flatten().filter_map(|import| {
                    let is_global = matches!(import.ty, TypeRef::Global(_));
                    is_global.then(|| import.name.to_owned())
                })),
                Payload::ElementSection(section) => {
                    for element in section.into_iter().flatten() {
                        let wasmparser::ElementKind::Active { offset_expr, .. } = element.kind else {
                            panic!()
                        };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read().unwrap() else {
                            panic!()
                        };
                        let wasmparser::ElementItems::Functions(functions) = element.items else {
                            panic!()
                        };
                        table.push((value, functions.into_iter().flatten().collect()));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let Operator::GlobalGet { global_index } = body.get_operators_reader().unwrap().read().unwrap() else {
                        panic!()
                    };
                    reads.push(globals[global_index as usize].clone());
                }
                _ => {}
            }
        }
        (reads, table)
    }

    #[test]
    fn functions_keep_their_place_in_the_table_and_globals_their_name() {
        let joined = join(&[
            &module(&["stack", "base"], 0, 3),
            &module(&["base", "tag", "stack"], 2, 5),
            &module(&["tag"], 0, 8),
        ])
        .unwrap();
        let (reads, table) = read(&joined);
        assert_eq!(reads, ["stack", "stack", "tag"]);
        assert_eq!(table, [(3, vec![0]), (5, vec![1]), (8, vec![2])]);
    }

    #[test]
    fn a_module_of_another_make_is_refused() {
        let mut other = Module::new();
        let mut imports = ImportSection::new();
        imports.import("elsewhere", "call", EntityType::Function(0));
        other.section(&imports);
        let sentence = join(&[&module(&["stack"], 0, 1), &other.finish()]).unwrap_err();
        assert!(sentence.contains("call"), "{sentence}");
    }
}
