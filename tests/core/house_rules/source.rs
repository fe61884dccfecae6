//! A Rust file, parsed, and what the rules ask about it.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ItemUse, Meta, Token, UseTree};

/// A path as the code names it, such as `std::time::Instant`; made absolute where it starts with `super`.
pub struct Named {
    /// The line it starts on, counted from 1.
    pub line: usize,
    /// Its parts; the first is `crate` for everything of this package.
    pub parts: Vec<String>,
    /// Whether it stands where only tests are compiled.
    pub in_tests: bool,
}

/// A text with a letter in it that the code gives to nobody who would translate it.
pub struct Untranslated {
    /// The line it starts on, counted from 1.
    pub line: usize,
    /// The text.
    pub text: String,
    /// The constant it is part of.
    pub constant: Option<String>,
}

/// One Rust file of the package.
pub struct Source {
    /// Where it stands in the package, with `/` on every system.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// Every path it names.
    pub named: Vec<Named>,
    /// The lines on which something is unsafe.
    pub unsafe_lines: Vec<usize>,
    /// The lines with an attribute that keeps a test from running, on every system or on some.
    pub switched_off: Vec<usize>,
    /// The texts that pass neither `text`, `phrase!` nor `sentences!`, those of tests left out.
    pub untranslated: Vec<Untranslated>,
    /// The lines on which a distance of the layout is a number, those of tests left out.
    pub distances: Vec<usize>,
}

impl Source {
    /// Parses a file. One that is no Rust fails the test.
    pub fn new(path: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut reader = Reader {
            source: Self {
                path: path.to_owned(),
                text: text.to_owned(),
                named: Vec::new(),
                unsafe_lines: Vec::new(),
                switched_off: Vec::new(),
                untranslated: Vec::new(),
                distances: Vec::new(),
            },
            depth: path.split('/').count() - 1,
            in_tests: path.ends_with("/tests.rs") || path.contains("/tests/"),
            is_translated: false,
            constant: None,
        };
        reader.visit_file(&file);
        reader.find_unsafe(text.parse().expect("what was parsed has tokens"));
        reader.source
    }

    /// The room in `src/` that it belongs to: `figure` for `src/figure.rs` and all of `src/figure/`.
    pub fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        Some(first.strip_suffix(".rs").unwrap_or(first))
    }
}

struct Reader {
    source: Source,
    /// How far the module being read is below the root of the package: 1 for `src/figure.rs`.
    depth: usize,
    in_tests: bool,
    /// Whether what is read is given to `text`.
    is_translated: bool,
    constant: Option<String>,
}

impl Reader {
    fn name(&mut self, span: Span, mut parts: Vec<String>) {
        let up = parts.iter().take_while(|part| *part == "super").count();
        if up > 0 && up == self.depth {
            drop(parts.splice(..up, ["crate".to_owned()]));
        }
        self.source.named.push(Named {
            line: line(span),
            parts,
            in_tests: self.in_tests,
        });
    }

    /// Names every branch of a `use` tree that goes on from `parts`.
    fn name_tree(&mut self, tree: &UseTree, parts: &[String]) {
        let with = |ident: &Ident| [parts, &[ident.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.name_tree(&path.tree, &with(&path.ident)),
            UseTree::Name(name) => self.name(name.ident.span(), with(&name.ident)),
            UseTree::Rename(name) => self.name(name.ident.span(), with(&name.ident)),
            UseTree::Glob(glob) => {
                let all = [parts, &["*".to_owned()]].concat();
                self.name(glob.star_token.spans[0], all);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.name_tree(tree, parts);
                }
            }
        }
    }

    /// Names the paths in what an attribute or a macro with a grammar of its own is given.
    fn name_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => self.name_tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let mut parts = vec![first.to_string()];
                    while is_colon(at)
                        && is_colon(at + 1)
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 2)
                    {
                        parts.push(next.to_string());
                        at += 3;
                    }
                    self.name(first.span(), parts);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// Finds the texts in what a macro with a grammar of its own is given.
    fn find_texts(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.find_texts(group.stream()),
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                        self.visit_lit_str(&text);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    fn find_unsafe(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.find_unsafe(group.stream()),
                // An attribute that allows it is as good as the word.
                TokenTree::Ident(word) if word == "unsafe" || word == "unsafe_code" => {
                    self.source.unsafe_lines.push(line(word.span()));
                }
                _ => {}
            }
        }
    }

    /// Looks for numbers in what is given to something that wants distances.
    fn find_distances<'a>(&mut self, given: impl IntoIterator<Item = &'a Expr>) {
        if !self.in_tests {
            let numbers = given.into_iter().filter_map(number);
            self.source.distances.extend(numbers.map(line));
        }
    }

    /// Reads something that is given to `text`.
    fn translated(&mut self, read: impl FnOnce(&mut Self)) {
        let was = std::mem::replace(&mut self.is_translated, true);
        read(self);
        self.is_translated = was;
    }

    /// Reads on where only tests are compiled, if these attributes say so.
    fn within(&mut self, attributes: &[Attribute], read: impl FnOnce(&mut Self)) {
        let was = self.in_tests;
        self.in_tests |= attributes.iter().any(is_for_tests);
        read(self);
        self.in_tests = was;
    }
}

impl Visit<'_> for Reader {
    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        self.within(&module.attrs, |reader| {
            reader.depth += 1;
            visit::visit_item_mod(reader, module);
            reader.depth -= 1;
        });
    }

    fn visit_item_fn(&mut self, function: &syn::ItemFn) {
        self.within(&function.attrs, |reader| {
            visit::visit_item_fn(reader, function);
        });
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        self.within(&item.attrs, |reader| reader.name_tree(&item.tree, &[]));
    }

    fn visit_path(&mut self, path: &syn::Path) {
        if let Some(first) = path.segments.first() {
            let parts = path.segments.iter().map(|part| part.ident.to_string());
            self.name(first.ident.span(), parts.collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_item_const(&mut self, item: &syn::ItemConst) {
        self.constant = Some(item.ident.to_string());
        visit::visit_item_const(self, item);
        self.constant = None;
    }

    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        if makes_padding(&call.func) {
            self.find_distances(&call.args);
        }
        if is_text(&call.func) {
            self.visit_expr(&call.func);
            self.translated(|reader| call.args.iter().for_each(|given| reader.visit_expr(given)));
        } else {
            visit::visit_expr_call(self, call);
        }
    }

    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        if DISTANCES.iter().any(|method| call.method == method) {
            self.find_distances(&call.args);
        }
        if call.method == "map" && call.args.first().is_some_and(is_text) {
            self.translated(|reader| reader.visit_expr(&call.receiver));
        } else {
            visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_lit_str(&mut self, literal: &syn::LitStr) {
        let text = literal.value();
        if !self.in_tests && !self.is_translated && has_letter(&text) {
            self.source.untranslated.push(Untranslated {
                line: line(literal.span()),
                text,
                constant: self.constant.clone(),
            });
        }
    }

    fn visit_macro(&mut self, called: &syn::Macro) {
        let is_phrase = called.path.is_ident("phrase");
        match called.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            Ok(given) => {
                // What stands in a phrase is translated where it comes from.
                let (first, rest) = given.iter().partition::<Vec<_>, _>(|expression| {
                    is_phrase && matches!(expression, Expr::Lit(_))
                });
                self.translated(|reader| first.iter().for_each(|it| reader.visit_expr(it)));
                rest.iter()
                    .for_each(|expression| self.visit_expr(expression));
            }
            Err(_) => {
                self.name_tokens(called.tokens.clone());
                if !called.path.is_ident("sentences") {
                    self.find_texts(called.tokens.clone());
                }
            }
        }
        visit::visit_macro(self, called);
    }

    fn visit_attribute(&mut self, attribute: &Attribute) {
        let switches_off = match &attribute.meta {
            Meta::List(list) if list.path.is_ident("cfg_attr") => has_word(&list.tokens, "ignore"),
            meta => meta.path().is_ident("ignore"),
        };
        if switches_off {
            let at = line(attribute.pound_token.spans[0]);
            self.source.switched_off.push(at);
        }
        if let Meta::List(list) = &attribute.meta {
            self.name_tokens(list.tokens.clone());
        }
    }
}

/// The methods of widgets and of `Padding` that want distances.
const DISTANCES: [&str; 12] = [
    "spacing",
    "padding",
    "width",
    "height",
    "max_width",
    "max_height",
    "top",
    "bottom",
    "left",
    "right",
    "horizontal",
    "vertical",
];

/// Where a number other than 0 stands, on its own or in a list.
fn number(expression: &Expr) -> Option<Span> {
    match expression {
        Expr::Array(list) => list.elems.iter().find_map(number),
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Int(value) => (value.base10_digits() != "0").then(|| value.span()),
            syn::Lit::Float(value) => {
                (value.base10_digits().parse() != Ok(0.0)).then(|| value.span())
            }
            _ => None,
        },
        _ => None,
    }
}

fn makes_padding(expression: &Expr) -> bool {
    let Expr::Path(it) = expression else {
        return false;
    };
    let mut parts = it.path.segments.iter().rev().skip(1);
    parts.next().is_some_and(|owner| owner.ident == "Padding")
}

fn is_text(expression: &Expr) -> bool {
    matches!(expression, Expr::Path(it) if it.path.segments.last().is_some_and(|last| last.ident == "text"))
}

/// Whether a text has a letter outside the places for values.
fn has_letter(text: &str) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    })
}

fn is_for_tests(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        Meta::Path(path) => path.is_ident("test"),
        Meta::NameValue(_) => false,
    }
}

fn has_word(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => has_word(&group.stream(), word),
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn line(span: Span) -> usize {
    span.start().line
}
