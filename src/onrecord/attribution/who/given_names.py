"""Given names that are mostly women's or mostly men's: evidence of gender, and that two capitalised words name a person.

A name that is in neither list says nothing. The lists are ours, written from general knowledge of many languages.
"""

from __future__ import annotations

from onrecord.attribution.who.gender import Gender

_WOMEN = """
Aaliyah Abigail Ada Adele Adriana Agata Agatha Agnes Aicha Aida Aileen Aisha Akiko Alba Alejandra Alessandra Alexandra
Alexis Alice Alicia Alina Aline Alison Allison Alma Alyssa Amalia Amanda Amber Amelia Amelie Amina Amira Amy Ana
Anastasia Andrea Angela Angelica Angelina Anika Anita Anja Ann Anna Annabel Anne Anneke Annelies Annette Annie Annika
Anouk Antonia April Ariana Arlene Asa Ashley Asma Astrid Asuncion Audrey Aurelie Aurora Ava Ayesha Ayse Barbara Beate
Beatrice Beatriz Becky Belinda Benedicte Berit Bernadette Bernice Beth Bethany Betsy Betty Beverly Bianca Birgit
Birgitte Bodil Bonnie Brenda Bridget Brigitte Britta Brittany Camila Camilla Camille Cara Carla Carmen Carol Carole
Carolina Caroline Carolyn Carrie Catalina Catherine Cathy Cecilia Cecilie Celia Celine Chantal Charlotte Chelsea
Cheryl Chiara Chloe Christa Christina Christine Cindy Claire Clara Clare Clarissa Claudia Colleen Connie Consuelo Cora
Cordelia Corinne Courtney Crystal Cynthia Dagmar Daisy Dana Daniela Danielle Daphne Darlene Dawn Debbie Deborah Debra
Deirdre Delia Delphine Denise Diana Diane Dilma Dolores Dominique Donna Dora Doreen Doris Dorothy Dorte Ebba Edith
Edna Eileen Eimear Elaine Eleanor Elena Eleni Elif Elin Elina Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie
Elodie Elsa Elsbeth Else Elvira Emilia Emilie Emily Emma Erica Erika Erin Esme Esperanza Estelle Esther Ethel Eugenia
Eva Eve Evelyn Fabienne Faith Farah Fatima Fatma Fatou Faye Federica Felicia Felicity Fiona Flora Florence Fran
Frances Francesca Francine Francoise Freda Freya Frieda Gabriela Gabriella Gabrielle Gail Gemma Genevieve Georgia
Georgina Geraldine Gertrude Gina Ginny Giorgia Giovanna Gisela Giulia Gladys Glenda Gloria Grace Graciela Greta
Gretchen Gro Gudrun Guadalupe Gudrid Gunilla Gwen Gwendolyn Halima Hannah Hanna Hanne Harriet Hayley Hazel Hedda
Hedwig Heather Hege Heidi Heike Helen Helena Helene Helga Helle Henrietta Henriette Hilary Hilda Hilde Hillary Holly
Hope Huma Ida Ilana Ilaria Ilse Imelda Imogen Ina India Ines Inez Inga Inge Ingeborg Ingrid Irena Irene Irina Iris
Irma Isabel Isabella Isabelle Isadora Isla Ivana Ivanka Ivy Jacinda Jackie Jacqueline Jade Jana Jane Janet Janice
Janine Jasmine Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill Jillian Joan Joana Joanna Joanne Jocelyn Jodie
Johanna Josephine Jorunn Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet Juliette June Justine Kaja
Kajsa Kamala Karen Kari Karin Karina Karla Karolina Kate Katarina Katarzyna Katerina Katharina Katherine Kathleen
Kathryn Kathy Katia Katie Katja Katrin Katrina Kay Kayla Kellie Kellyanne Kerstin Khadija Kirsten Kirstin Kirsty Klara
Kristen Kristin Kristina Kristine Lana Larissa Latifa Laura Lauren Laurie Lavinia Layla Lea Leah Leila Lena Lenka
Leona Leonie Leonor Leslie Leticia Lidia Liesbeth Lila Lilian Lillian Lily Lina Linda Lindsay Lindsey Line Linnea Lisa
Lisbeth Lise Lisette Liv Livia Liz Liza Lois Lola Loretta Lorna Lorraine Lotte Louise Lucia Lucie Lucille Lucinda Lucy
Ludmila Luisa Luise Lupita Lydia Lynda Lynn Lynne Mabel Madeleine Madeline Madison Mafalda Magda Magdalena Maggie Mai
Maja Malala Malin Mandy Manon Manuela Mara Marcela Marcia Maren Margaret Margarita Margaux Margit Margot Margrethe
Marguerite Maria Mariam Mariana Marianne Marie Mariella Marietta Marija Marilyn Marina Marine Marisa Marisol Marit
Marjorie Marlene Marsha Marta Martha Marthe Martina Martine Mary Maryam Mathilde Matilda Maud Maureen Maxine May Maya
Megan Mei Melania Melanie Melinda Melissa Mercedes Meredith Merete Mette Mia Michaela Michele Michelle Mildred Mila
Milena Mina Mira Miranda Miriam Molly Mona Monica Monika Monique Morgana Muriel Myra Myriam Nadia Nadine Nancy Naomi
Natalia Natalie Natasha Nathalie Nell Nellie Nichola Nicola Nicole Nicoletta Nikki Nina Noelle Noemi Noor Nora Norma
Nour Octavia Odette Oksana Olga Olivia Oona Ophelia Oriana Paige Paloma Pam Pamela Patience Patricia Patty Paula
Paulette Paulina Pauline Pearl Peggy Penelope Penny Petra Phoebe Phyllis Pia Pilar Pippa Polly Priscilla Priti Priya
Prudence Rachel Ragna Ragnhild Ramona Rania Raquel Rebecca Regina Reina Renata Renate Renee Rhonda Rita Roberta Robyn
Rochelle Rosa Rosalie Rosalind Rosamund Rose Rosemary Rosie Rowena Roxanne Ruby Ruth Sabina Sabine Sabrina Sadie Saira
Sally Salma Samantha Sandra Sanna Sanne Sara Sarah Saskia Selma Serena Shannon Sharon Sheila Shelley Sheri Sherry
Shirin Shirley Sian Sibyl Sidsel Sigrid Silje Silke Silvia Simone Siobhan Siri Sissel Sofia Sofie Solange Solveig
Sonia Sonja Sophia Sophie Stacey Stefania Stefanie Stella Stephanie Sue Susan Susana Susanna Susanne Susie Suzanne
Svetlana Sybil Sylvia Sylvie Tamara Tammy Tania Tanja Tanya Tara Tatiana Teresa Tess Tessa Thea Thelma Theresa Therese
Theodora Tiffany Tilda Tina Toni Tove Tracey Tricia Trine Trudy Tulsi Turid Ulla Ulrike Una Unni Ursula Valentina
Valeria Valerie Vanessa Vera Verena Veronica Veronika Veronique Vibeke Victoria Vigdis Viktoria Viola Violet Violeta
Virginia Vivian Viviane Vivienne Wanda Wendy Wenche Whitney Wilhelmina Wilma Winifred Xenia Ximena Yasmin Yasmine
Yelena Yolanda Yulia Yvette Yvonne Zahra Zainab Zara Zelda Zoe Zofia Zuzana
"""
_MEN = """
Aaron Abdul Abdullah Abel Abraham Achim Adam Adnan Adolf Adrian Ahmad Ahmed Ahmet Aidan Ake Akira Aksel Al Alan
Alastair Albert Alberto Aldo Alec Alejandro Aleksander Alessandro Alex Alexander Alexandre Alexei Alfonso Alfred
Alfredo Ali Alistair Allan Allen Alvaro Alvin Amadou Ambroise Amir Anatole Anatoly Anders Andre Andreas Andrei Andres
Andrew Andrzej Andy Angus Anthony Antoine Anton Antonin Antonio Antony Ari Arild Arjun Armand Armando Arne Arnold Aron
Arthur Artur Arturo Asbjorn Ashraf August Auguste Axel Aziz Baptiste Barack Barnaby Barney Barry Bart Bartholomew
Bartosz Bashar Basil Bastien Ben Benedict Benjamin Benny Bent Beppe Bernard Bernardo Bernd Bernie Bert Bertil Bertrand
Bill Billy Birger Bjarne Bjorn Bo Bob Bobby Bogdan Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno
Bryan Byron Caleb Callum Calvin Cameron Carl Carlo Carlos Carsten Casimir Cecil Cedric Cesar Chad Charles Charlie
Chester Christian Christoph Christophe Christopher Chuck Ciaran Claes Clarence Claude Claus Clayton Clement Cliff
Clifford Clint Clive Clyde Cody Colin Connor Conor Conrad Cornelius Corey Cory Craig Curtis Cyril Cyrus Dag Dale
Damian Damien Dan Daniel Daniele Danny Dario Darius Darrell Darren Daryl Dave David Davide Dean Denis Dennis Denzel
Derek Dermot Desmond Detlef Devin Dick Didier Diego Dieter Dietmar Dimitri Dirk Dmitri Dmitry Domingo Dominic Donald
Donny Doug Douglas Drew Duncan Dustin Dwayne Dwight Dylan Eamon Earl Ed Eddie Edgar Edmund Edoardo Eduard Eduardo
Edvard Edward Edwin Egil Egon Eirik Einar Elias Elijah Elio Elliot Elliott Elmer Emanuel Emil Emile Emilio Emmanuel
Emre Enda Enrico Enrique Eric Erik Erling Ernest Ernesto Ernst Errol Esteban Ethan Etienne Eugene Evan Evgeny Eystein
Ezra Fabian Fabio Fabrice Farid Farouk Fausto Federico Felipe Felix Ferdinand Fergus Fernando Fidel Filip Finlay Finn
Fletcher Florian Floyd Francesco Francisco Franco Francois Frank Frans Franz Fred Freddie Frederic Frederick Frederik
Fredrik Fridtjof Friedrich Fritz Gabriel Gareth Gary Gaston Gavin Geert Geir Gene Geoff Geoffrey Georg George Georges
Gerald Gerard Gerd Gerhard Gerry Giacomo Gianni Gilbert Gilles Gino Giorgio Giovanni Giuliano Giuseppe Glen Glenn
Goran Gordon Graeme Graham Grant Greg Gregor Gregory Guido Guillaume Guillermo Gunnar Gunther Gus Gustav Gustavo Guy
Haakon Hakan Hal Halvor Hamid Hamish Hamza Hank Hannes Hans Harald Hari Harold Haroon Harry Harvey Hasan Hassan Hector
Heinrich Heinz Helge Helmut Hendrik Henk Henri Henrik Henry Herbert Herman Hermann Herve Hideo Hiroshi Holger Horace
Horst Howard Hubert Hugh Hugo Humphrey Hussein Iain Ian Ibrahim Ignacio Igor Ike Ilya Imran Inigo Ira Irving Isaac
Isidore Ismail Ivan Ivar Ivo Jaap Jack Jacob Jacques Jaime Jair Jake Jakob Jakub Jamal James Jamie Jan Janos Jared
Jarl Jaroslav Jasper Javier Jay Jean Jeb Jeff Jefferson Jeffrey Jens Jeremiah Jeremy Jeroen Jerome Jerry Jesper Jesse
Jesus Jim Jimmy Joachim Joao Joaquin Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jordan
Jorg Jorge Joris Jose Josef Joseph Josh Joshua Juan Juha Jules Julian Julien Julio Jurgen Justin Kai Karel Karl
Karsten Kasper Kazuo Keir Keith Ken Kenji Kenneth Kent Kevin Khalid Kieran Kirk Kjell Klaus Klaas Knut Kofi Konrad
Konstantin Kristian Kristoffer Kurt Kwame Kyle Lamar Lance Larry Lars Lasse Laszlo Laurent Laurence Lawrence Leander
Lee Leif Leo Leon Leonard Leonardo Leonid Leopold Leroy Lester Levi Lewis Liam Lionel Lloyd Lorenzo Louis Luc Luca
Lucas Luciano Lucien Ludovic Ludvig Ludwig Luigi Luis Lukas Luke Lyndon Maarten Mads Magnus Mahmoud Malcolm Malik
Manfred Manuel Marc Marcel Marcelo Marco Marcos Marcus Marek Mario Marius Mark Markus Martijn Martin Marvin Mason
Massimo Mateo Mathias Mathieu Mats Matt Matteo Matthew Matthias Matthieu Maurice Mauricio Mauro Max Maxim Maxime
Maximilian Maxwell Mehdi Mehmet Mel Melvin Michael Michal Michel Miguel Mikael Mike Mikhail Mikkel Miles Milos Milton
Miroslav Mitch Mitchell Mogens Mohamed Mohammad Mohammed Morgan Morris Morten Moses Muhammad Murray Mustafa Narendra
Nathan Nathaniel Ned Neil Nelson Neville Newt Nicholas Nick Nicolas Niels Nigel Nikola Nikolai Nikolas Nils Noah Noel
Norman Odd Olaf Olav Ole Oleg Oliver Olivier Olof Omar Orlando Orrin Oscar Oskar Osman Otto Ove Owen Pablo Paddy Paolo
Pascal Pat Patrice Patrick Patrik Paul Paulo Pavel Pedro Pelle Per Percy Perry Pete Peter Petr Phil Philip Philippe
Phillip Pierre Pieter Piotr Pradeep Preben Quentin Quincy Rafael Rafal Rafe Ragnar Rahul Raj Rajesh Ralf Ralph Ramon
Randall Randolph Randy Raoul Rashid Raul Ray Raymond Recep Reginald Reinhard Reinhold Rene Reuben Reza Ricardo
Riccardo Richard Rick Ricky Rob Robbie Robert Roberto Rod Roderick Rodney Rodrigo Roger Rogier Roland Rolf Roman Ron
Ronald Ronnie Rory Ross Roy Ruben Rudolf Rudy Rufus Runar Rune Rupert Russ Russell Ryan Said Sajid Salman Salvador
Salvatore Sam Samir Samuel Sander Sandro Santiago Saul Scott Sean Sebastian Sebastien Serge Sergei Sergey Sergio Seth
Shane Shaun Shawn Shinzo Sidney Sigmund Sigurd Silvio Simon Sindre Slobodan Solomon Soren Stan Stanislav Stanley
Stefan Stefano Steffen Stein Stellan Stephen Steve Steven Stewart Stig Stuart Sven Svein Sverre Sylvain Tadeusz
Takeshi Tariq Taro Ted Teo Terence Terry Thabo Theo Theodore Theodor Thibault Thierry Thomas Thor Thorsten Tiago Tim
Timothy Tobias Todd Tom Tomas Tomasz Tommy Tony Tor Torben Tore Torsten Travis Trevor Tristan Troels Trond Troy Tyler
Tyrone Ugo Ulf Ulrich Umberto Uwe Vaclav Valentin Valery Vasily Vernon Victor Vidar Vidkun Viggo Vijay Viktor Vince
Vincent Vincenzo Vitaly Vito Vladimir Volker Volodymyr Walter Warren Wayne Wendell Werner Wesley Wilbur Wilfred
Wilhelm Will Willem William Willy Wilson Winston Wolf Wolfgang Woody Xavier Yann Yannick Yasser Yuri Yusuf Yves
Zachary Zack Zafar Zbigniew Zoltan
"""

GENDER = {
    **dict.fromkeys(_MEN.lower().split(), Gender.MAN),
    **dict.fromkeys(_WOMEN.lower().split(), Gender.WOMAN),
}
"""Lower-case given name → whose it mostly is."""


def gender_of(given: str) -> Gender | None:
    """Whose a given name mostly is; of a double name ("Jean-Luc") the first part says it."""
    name = given.lower()
    return GENDER.get(name) or GENDER.get(name.split("-")[0])
